// The keyboard, while the focus is within the player; elsewhere every key is the reader's own.
import { stepSpeed } from "./speeds.js";

const NEAR = 5; // seconds
const FAR = 15;

export function listenForKeys(panel, playback, speed) {
  const acts = {
    " ": () => playback.toggle(),
    k: () => playback.toggle(),
    j: () => playback.move(-FAR),
    l: () => playback.move(FAR),
    ArrowLeft: () => playback.move(-NEAR),
    ArrowRight: () => playback.move(NEAR),
    "<": () => stepSpeed(speed, -1),
    ">": () => stepSpeed(speed, 1),
  };

  panel.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const act = acts[key.length === 1 ? key.toLowerCase() : key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (!playback.hasBegun && act !== acts.k) return;
    // A button is pressed by space, and a list of choices is gone through by arrows and letters.
    if (key === " " && target.type !== "range") return;
    if (target === speed && key.startsWith("Arrow")) return;
    event.preventDefault();
    act();
  });
}
