// The audio as everything else of the player knows it.

export class Playback {
  // `seconds` is how long it is, as long as the browser has not looked.
  constructor(audio, seconds) {
    this.audio = audio;
    this.seconds = seconds;
    // Some browsers forget a place that was set before they had looked.
    audio.addEventListener("loadedmetadata", () => {
      if (this.wanted && Math.abs(audio.currentTime - this.wanted) > 1) audio.currentTime = this.wanted;
      this.wanted = 0;
    });
  }

  on(kinds, act) {
    for (const kind of kinds.split(" ")) this.audio.addEventListener(kind, act);
  }

  get at() {
    return this.audio.currentTime || this.wanted || 0;
  }

  get length() {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : this.seconds;
  }

  get isPlaying() {
    return !this.audio.paused && !this.audio.ended;
  }

  // Whether the reader ever asked for it: nothing is loaded before.
  get hasBegun() {
    return this.audio.played.length > 0 || this.isPlaying;
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  play() {
    if (this.isBroken) this.#reload();
    // What goes wrong is told by events as well; to be paused while loading is nothing wrong.
    this.audio.play().catch(() => {});
  }

  pause() {
    this.audio.pause();
  }

  seek(to) {
    const place = Math.min(Math.max(0, to), this.length);
    if (!this.audio.readyState) this.wanted = place;
    this.audio.currentTime = place;
  }

  move(by) {
    this.seek(this.at + by);
  }

  get isBroken() {
    return Boolean(this.audio.error) || this.audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
  }

  // Ask for the file anew, and go on from where it was.
  #reload() {
    const place = this.at;
    this.audio.load();
    if (place) this.seek(place);
  }
}
