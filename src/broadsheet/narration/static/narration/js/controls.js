// What the reader sees and presses. Before the first play that is one button; then the rest unfolds.
import { make, makeButton, makeIcon } from "./making.js";
import { makeSeekBar } from "./seek-bar.js";
import { SPEEDS } from "./speeds.js";
import { clock } from "./times.js";

const PLAY = "M6 3.5v17l14-8.5z";
const PAUSE = "M6 4h4v16H6zM14 4h4v16h-4z";
const CLOSE = "M5.3 4 12 10.7 18.7 4 20 5.3 13.3 12 20 18.7 18.7 20 12 13.3 5.3 20 4 18.7 10.7 12 4 5.3z";
const STEP = 15; // seconds
const KEYS_ID = "player-keys";
const KEYS = "Keys: space or K to play and pause, ← → 5 seconds, J L 15 seconds, < > speed.";

export class Controls {
  constructor(panel, playback) {
    this.panel = panel;
    this.playback = playback;
    const label = panel.querySelector(".player__label");
    this.words = make("span", { classes: "player__label" }, ...label.childNodes);
    this.length = this.words.querySelector(".player__length");
    this.icon = makeIcon(PLAY);
    this.play = make("button", { classes: "player__button player__play", attributes: { type: "button", "aria-keyshortcuts": "K" } });
    this.play.append(this.icon, this.words);
    this.left = make("span", { classes: "player__left" });
    this.speed = makeSpeeds();
    this.close = makeButton("player__close", "Pause and close", makeIcon(CLOSE));
    this.follow = make("input", { attributes: { type: "checkbox" } });
    this.trouble = make("p", { classes: "player__trouble", attributes: { role: "status" } });
    label.replaceWith(this.#controls());
    const keys = make("p", { classes: "player__keys fine", attributes: { id: KEYS_ID } }, KEYS);
    panel.append(this.#foot(panel.querySelector(".player__notice")), this.trouble, keys);
    this.#listen();
  }

  show() {
    const { hasBegun, isPlaying, at, length, audio } = this.playback;
    this.panel.classList.toggle("player__panel--begun", hasBegun);
    this.icon.firstChild.setAttribute("d", isPlaying ? PAUSE : PLAY);
    if (hasBegun) this.play.setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    else this.play.removeAttribute("aria-label");
    if (at && !hasBegun) this.length.textContent = `· ${clock(length - at)} left`;
    this.left.textContent = `${clock((length - at) / audio.playbackRate)} left`;
  }

  #controls() {
    const { playback } = this;
    const back = makeButton("player__step", `Back ${STEP} seconds`, `−${STEP}`);
    const on = makeButton("player__step", `Forward ${STEP} seconds`, `+${STEP}`);
    back.setAttribute("aria-keyshortcuts", "J");
    on.setAttribute("aria-keyshortcuts", "L");
    back.addEventListener("click", () => playback.move(-STEP));
    on.addEventListener("click", () => playback.move(STEP));
    const speed = make("label", { classes: "player__speed" }, make("span", { classes: "visually-hidden" }, "Speed"), this.speed);
    return make("div", { classes: "player__controls" }, this.play, back, on, makeSeekBar(playback, KEYS_ID), this.left, speed);
  }

  #foot(notice) {
    const more = make("span", { classes: "player__more" }, " the text");
    const label = make("span", {}, "Follow", more);
    const follow = make("label", { classes: "player__follow", attributes: { hidden: "" } }, this.follow, label);
    return make("div", { classes: "player__foot" }, notice, follow, this.close);
  }

  #listen() {
    this.play.addEventListener("click", () => this.playback.toggle());
    this.playback.on("play pause playing ended seeked timeupdate ratechange durationchange", () => this.show());
  }
}

function makeSpeeds() {
  const choices = SPEEDS.map((speed) => make("option", { attributes: { value: speed } }, `${speed}×`));
  return make("select", {}, ...choices);
}
