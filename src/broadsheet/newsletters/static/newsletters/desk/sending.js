// Keeps the bar of an edition on its way right. Without it the page loads itself again every few seconds.
(() => {
  const EVERY = 1_000; // ms between two looks
  const SAY_EVERY = 10_000; // ms between two times that who listens is told
  const LOST_AFTER = 3; // looks without an answer
  const FIELDS = ["words", "sent", "queued", "later", "failed", "rate"];

  const bar = document.querySelector("[data-sending]");
  if (!bar) return;
  const [progress, live, lost] = ["progress", "[data-live]", "[data-lost]"].map((name) => bar.querySelector(name));
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "en");
  let saidAt = Date.now();
  let unanswered = 0;

  const inWords = (value) => (typeof value === "number" ? numbers.format(value) : value || "–");

  function show(standing) {
    for (const name of FIELDS) bar.querySelector(`[data-field=${name}]`).textContent = inWords(standing[name]);
    if (standing.phase !== "freezing") {
      progress.max = standing.audience || 1;
      progress.value = standing.settled;
    }
    if (Date.now() - saidAt >= SAY_EVERY) {
      live.textContent = standing.words;
      saidAt = Date.now();
    }
  }

  async function look() {
    const answer = await fetch(bar.dataset.sending, { headers: { Accept: "application/json" } });
    // Signed out, or the edition is gone: the page itself says so.
    if (answer.redirected || answer.status === 403 || answer.status === 404) return location.reload();
    if (!answer.ok) throw new Error(answer.status);
    const standing = await answer.json();
    // Other buttons, other words: the server makes the page.
    if (standing.phase !== bar.dataset.phase) return location.reload();
    return show(standing);
  }

  async function keepLooking() {
    if (!document.hidden) {
      try {
        await look();
        unanswered = 0;
      } catch {
        unanswered += 1;
      }
      lost.hidden = unanswered < LOST_AFTER;
    }
    setTimeout(keepLooking, EVERY);
  }

  setTimeout(keepLooking, EVERY);
})();
