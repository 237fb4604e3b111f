// The place in the audio: what was heard, what is loaded, and the whole.
import { make } from "./making.js";
import { inWords } from "./times.js";

// How far it is loaded from where it plays.
function loadedTo({ buffered, currentTime }) {
  for (let n = 0; n < buffered.length; n += 1) {
    if (buffered.start(n) <= currentTime + 1 && currentTime < buffered.end(n)) return buffered.end(n);
  }
  return currentTime;
}

// `keys` is the id of what says which keys move it.
export function makeSeekBar(playback, keys) {
  const range = { type: "range", min: 0, step: 1, "aria-label": "Place in the audio", "aria-describedby": keys };
  const bar = make("input", { classes: "player__seek", attributes: range });

  function show({ type }) {
    const { audio, at, length } = playback;
    bar.max = Math.round(length);
    bar.value = at;
    // A screen reader says what changes where the focus is: not every second while somebody listens.
    if (type !== "timeupdate" || bar !== document.activeElement) {
      bar.setAttribute("aria-valuetext", `${inWords(at)} of ${inWords(length)}`);
    }
    bar.style.setProperty("--heard", `${(100 * at) / length}%`);
    bar.style.setProperty("--loaded", `${(100 * loadedTo(audio)) / length}%`);
  }

  bar.addEventListener("input", () => playback.seek(Number(bar.value)));
  playback.on("timeupdate pause seeking progress durationchange", show);
  show({});
  return bar;
}
