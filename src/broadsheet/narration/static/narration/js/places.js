// Where the reader stopped, by story: an audio made anew after an edit goes on there too, if it is about as long.
import { recall, remember } from "./remembering.js";

const KEY = "broadsheet-places";
const MOST = 50; // stories
const EDGE = 5; // seconds from either end there is nothing to come back to
const ALIKE = 0.2; // of the length
const OFTEN = 5_000; // ms

function places() {
  const known = recall(KEY);
  return Array.isArray(known) ? known.filter((place) => place && place.story) : [];
}

function placeIn(story, length) {
  const place = places().find((known) => known.story === story);
  if (!place || Math.abs(place.of - length) > ALIKE * length) return 0;
  return (place.at / place.of) * length;
}

function isWorthKeeping(at, length) {
  return at > EDGE && at < length - EDGE;
}

export function keepPlace(playback, story) {
  let keptAt = 0;

  function keep() {
    if (!playback.hasBegun) return;
    keptAt = Date.now();
    const { at, length } = playback;
    const others = places().filter((known) => known.story !== story);
    const ours = isWorthKeeping(at, length) ? [{ story, at: Math.round(at), of: Math.round(length) }] : [];
    remember(KEY, [...ours, ...others].slice(0, MOST));
  }

  const place = placeIn(story, playback.length);
  if (isWorthKeeping(place, playback.length)) playback.seek(place);
  playback.on("pause seeked ended", keep);
  playback.on("timeupdate", () => Date.now() - keptAt > OFTEN && keep());
  addEventListener("pagehide", keep);
}
