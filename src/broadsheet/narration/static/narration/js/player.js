// Makes a story's native audio a player that reads along; without this file the browser's own controls stand there.
import { Bar } from "./bar.js";
import { Controls } from "./controls.js";
import { listenForKeys } from "./keys.js";
import { showOnLockScreen } from "./lock-screen.js";
import { playAlone } from "./other-tabs.js";
import { keepPlace } from "./places.js";
import { Playback } from "./playback.js";
import { ReadAlong } from "./read-along.js";
import { keepSpeed } from "./speeds.js";
import { watchForTrouble } from "./trouble.js";

class StoryPlayer extends HTMLElement {
  connectedCallback() {
    if (this.playback) return;
    const audio = this.querySelector("audio");
    const { story, seconds, title } = this.dataset;
    const playback = (this.playback = new Playback(audio, Number(seconds)));
    const panel = this.querySelector(".player__panel");
    const controls = new Controls(panel, playback);
    audio.controls = false;
    keepSpeed(playback, controls.speed);
    keepPlace(playback, story);
    playAlone(playback);
    watchForTrouble(playback, controls.trouble);
    listenForKeys(panel, playback, controls.speed);
    showOnLockScreen(playback, title);
    const readAlong = new ReadAlong(this, playback, controls.follow);
    const bar = new Bar(this, playback);
    controls.close.addEventListener("click", () => {
      playback.pause();
      bar.close();
      readAlong.close();
      controls.play.focus({ preventScroll: true });
    });
    controls.show();
  }
}

customElements.define("story-player", StoryPlayer);
