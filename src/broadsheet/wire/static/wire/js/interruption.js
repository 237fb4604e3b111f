// A quiet line over the first list while nothing can reach the page.
import { clockTime } from "./times.js";

let line = null;

addEventListener("offline", () => showInterruption("away"));

// Whatever else is heard says that the line stands again.
export function showInterruption(kind, { at } = {}) {
  if (kind !== "away") {
    line?.remove();
    line = null;
  } else if (!line) {
    line = document.createElement("p");
    line.className = "wire-notice fine";
    line.textContent = `Live updates are interrupted; this page shows what was known at ${clockTime(at ?? Date.now())}.`;
    document.querySelector("[data-wire-list]")?.before(line);
  }
}
