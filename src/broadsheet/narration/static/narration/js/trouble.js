// What went wrong, in words, with a way to try again.
import { makeButton } from "./making.js";

const PATIENCE = 6_000; // ms

export function watchForTrouble(playback, place) {
  const { audio } = playback;
  let timer = 0;

  function clear() {
    clearTimeout(timer);
    if (!playback.isBroken) place.replaceChildren();
  }

  function fail() {
    clearTimeout(timer);
    playback.pause();
    const again = makeButton("player__again", "Try again to play the audio", "Try again");
    again.addEventListener("click", () => {
      place.replaceChildren("Trying again…");
      playback.play();
    });
    const words = navigator.onLine ? "The audio could not be loaded." : "You are offline, and this part is not loaded yet.";
    place.replaceChildren(words, " ", again);
  }

  // A file that fails gives way to the next one; only the last is the end.
  function failed({ target }) {
    const isLast = target === audio || target === [...audio.querySelectorAll("source")].at(-1);
    if (isLast) fail();
  }

  // Errors of the files do not bubble.
  audio.addEventListener("error", failed, true);
  playback.on("waiting", () => {
    clearTimeout(timer);
    timer = setTimeout(() => place.replaceChildren("The network is slow: waiting for more."), PATIENCE);
  });
  playback.on("playing pause seeked", clear);
}
