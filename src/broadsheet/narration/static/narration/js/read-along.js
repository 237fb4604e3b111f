// Shows which sentence is being read aloud. Its times are fetched once the reader listens.
import { cuesIn } from "./captions.js";
import { Following } from "./following.js";
import { mark, unmark } from "./highlighting.js";
import { PageText } from "./page-text.js";
import { pickSentences } from "./picking.js";

const SOON = 20; // ms: a clock that runs early is asked again

export class ReadAlong {
  constructor(element, playback, checkbox) {
    this.playback = playback;
    this.story = element.closest("article") ?? document.body;
    this.address = element.dataset.captions;
    this.following = new Following(element, checkbox);
    this.cues = [];
    this.isOpen = false;
    // From a disk nothing can be fetched.
    if (!this.address || location.protocol === "file:") return;
    playback.on("play", () => this.#open());
    playback.on("playing pause seeking seeked ratechange ended", () => this.#show());
    document.addEventListener("visibilitychange", () => this.#show());
    const isHere = () => (this.isOpen ? this.cues : []);
    pickSentences(this.story, isHere, ({ start }) => {
      playback.seek(start);
      playback.play();
    });
  }

  close() {
    this.isOpen = false;
    this.#show();
  }

  async #open() {
    this.isOpen = true;
    // What failed is tried again with the next play.
    this.asked ??= this.#fetch().catch(() => (this.asked = null));
    await this.asked;
    this.#show();
  }

  async #fetch() {
    const answer = await fetch(this.address);
    if (!answer.ok) throw new Error(answer.status);
    const text = new PageText(this.story);
    this.cues = cuesIn(await answer.text()).map((cue) => ({ ...cue, range: text.find(cue.words) }));
    if (this.cues.some(({ range }) => range)) this.following.offer();
  }

  #show() {
    clearTimeout(this.timer);
    const { at, isPlaying, audio } = this.playback;
    const next = this.cues.findIndex(({ start }) => start > at);
    const cue = this.isOpen && !audio.ended ? this.cues.at(next < 0 ? -1 : next - 1) : null;
    this.#turnTo(next === 0 ? null : (cue ?? null));
    if (next < 0 || !isPlaying || document.hidden) return;
    const wait = ((this.cues[next].start - at) / audio.playbackRate) * 1000;
    this.timer = setTimeout(() => this.#show(), Math.max(SOON, wait));
  }

  #turnTo(cue) {
    if (cue === this.cue) return;
    this.cue = cue;
    if (cue?.range) mark(cue.range);
    else unmark();
    this.following.take(cue?.range ?? null);
  }
}
