// Says a sentence: asks the desk for its sound, and plays it. A button is pressed again to be quiet.
(() => {
  const [WAIT, STOP] = ["One moment …", "Stop"];
  const LOST = "The sound did not come: try again in a moment.";
  let context;
  let playing; // the button, what it is called, and its sound

  function quiet() {
    if (!playing) return;
    playing.sound?.stop();
    playing.button.textContent = playing.label;
    playing.button.removeAttribute("aria-busy");
    playing = undefined;
  }

  // A form's own fields as they are now, saved or not; else the line that the button names.
  function asked({ form, line }) {
    return form ? new FormData(document.getElementById(form)) : new URLSearchParams({ line });
  }

  async function soundOf(button) {
    const answer = await fetch(button.dataset.hear, {
      method: "POST",
      body: asked(button.dataset),
      headers: {
        "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
        "X-Requested-With": "XMLHttpRequest",
      },
    });
    const type = answer.headers.get("Content-Type") ?? "";
    // Why there is no sound is told in one line of plain text; anything else is no answer of ours.
    if (!type.startsWith("audio/")) throw new Error(type.startsWith("text/plain") ? await answer.text() : "");
    return context.decodeAudioData(await answer.arrayBuffer());
  }

  async function hear(button) {
    const trouble = button.parentElement.querySelector("[data-trouble]");
    const own = { button, label: button.textContent };
    quiet();
    playing = own;
    trouble.textContent = "";
    button.textContent = WAIT;
    button.setAttribute("aria-busy", "true");
    context ??= new AudioContext();
    try {
      await context.resume();
      const buffer = await soundOf(button);
      if (playing !== own) return;
      own.sound = new AudioBufferSourceNode(context, { buffer });
      own.sound.connect(context.destination);
      own.sound.addEventListener("ended", () => playing === own && quiet());
      own.sound.start();
      button.textContent = STOP;
      button.removeAttribute("aria-busy");
    } catch (error) {
      if (playing === own) quiet();
      trouble.textContent = error.name === "Error" && error.message ? error.message : LOST;
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hear]");
    if (!button) return;
    if (playing?.button === button) quiet();
    else hear(button);
  });
  for (const button of document.querySelectorAll("[data-hear]")) button.hidden = false;
})();
