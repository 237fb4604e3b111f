// Things from elsewhere load only after the reader asks; without this file each stays a link to its source.

const players = [
  [/^https:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]{11})/, (id) => `https://www.youtube-nocookie.com/embed/${id}`],
  [/^https:\/\/youtu\.be\/([\w-]{11})/, (id) => `https://www.youtube-nocookie.com/embed/${id}`],
  [/^https:\/\/(?:www\.)?vimeo\.com\/(\d+)/, (id) => `https://player.vimeo.com/video/${id}?dnt=1`],
];

function playerFor(url) {
  for (const [pattern, address] of players) {
    const found = pattern.exec(url);
    if (found) return address(found[1]);
  }
  return null;
}

function show(figure, address) {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = figure.dataset.title;
  frame.allow = "fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  // The player runs its own scripts in its own origin; it gets nothing else.
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
  figure.querySelector(".embed__offer").replaceWith(frame);
  frame.focus();
}

function offer(figure) {
  const address = playerFor(figure.dataset.embed);
  if (!address) return;
  const { provider } = figure.dataset;
  const box = document.createElement("div");
  const note = document.createElement("p");
  const button = document.createElement("button");
  box.className = "embed__offer";
  note.className = "fine";
  note.textContent = `If you load it here, ${provider} will see your network address.`;
  button.className = "button";
  button.type = "button";
  button.textContent = `Load the video from ${provider}`;
  button.addEventListener("click", () => show(figure, address));
  box.append(note, button);
  figure.append(box);
}

document.querySelectorAll(".embed[data-embed]").forEach(offer);
