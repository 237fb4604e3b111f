// What the device shows outside of the page, and the keys of headphones.
const STEP = 15; // seconds

function artwork() {
  const { currentSrc: src = "" } = document.querySelector(".story__picture img") ?? {};
  return src.startsWith("http") ? [{ src }] : []; // not from a disk
}

function tell(session, playback, title) {
  const artist = document.querySelector("meta[property='og:site_name']")?.content ?? "";
  session.metadata = new MediaMetadata({ title, artist, artwork: artwork() });
  const acts = {
    play: () => playback.play(),
    pause: () => playback.pause(),
    seekbackward: ({ seekOffset }) => playback.move(-(seekOffset || STEP)),
    seekforward: ({ seekOffset }) => playback.move(seekOffset || STEP),
    seekto: ({ seekTime }) => playback.seek(seekTime),
  };
  for (const [act, does] of Object.entries(acts)) {
    try {
      session.setActionHandler(act, does);
    } catch {
      // Not every device knows every act.
    }
  }
}

export function showOnLockScreen(playback, title) {
  const session = navigator.mediaSession;
  if (!session || !window.MediaMetadata) return;
  playback.on("playing", () => tell(session, playback, title));
  playback.on("playing seeked ratechange durationchange", () => {
    const { audio, at, length: duration } = playback;
    if (!playback.hasBegun || !session.setPositionState) return;
    session.setPositionState({ duration, playbackRate: audio.playbackRate, position: Math.min(at, duration) });
  });
}
