// Elements of the player.
const SVG = "http://www.w3.org/2000/svg";

export function make(name, { classes = "", attributes = {} } = {}, ...children) {
  const made = document.createElement(name);
  made.className = classes;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function makeButton(classes, label, ...children) {
  return make("button", { classes: `player__button ${classes}`, attributes: { type: "button", "aria-label": label } }, ...children);
}

export function makeIcon(outline) {
  const icon = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", outline);
  icon.append(path);
  return icon;
}
