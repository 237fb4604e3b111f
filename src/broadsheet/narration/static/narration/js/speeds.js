// How fast the reader likes to listen, in every story.
import { recall, remember } from "./remembering.js";

const KEY = "broadsheet-speed";
export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

export function keepSpeed({ audio }, select) {
  function change(speed) {
    // What is loaded later begins with the default.
    audio.playbackRate = audio.defaultPlaybackRate = speed;
    select.value = speed;
  }

  const known = recall(KEY);
  change(SPEEDS.includes(known) ? known : 1);
  select.addEventListener("change", () => {
    const speed = Number(select.value);
    change(speed);
    remember(KEY, speed);
  });
}

// One step on or back.
export function stepSpeed(select, step) {
  const next = select.options[select.selectedIndex + step];
  if (!next) return;
  select.value = next.value;
  select.dispatchEvent(new Event("change"));
}
