// The line to the newsroom: a stream where one comes through, questions where none does.
import { latest } from "./latest.js";
import { Polling } from "./polling.js";
import { Stream } from "./stream.js";

const FIRST_PAUSE = 30_000; // ms before the stream is tried again
const LONGEST_PAUSE = 300_000;
const RETRY = 10_000;

export class Line {
  // Tells `take` of everything after a place in the log.
  constructor(take) {
    this.tell = take;
    this.pause = FIRST_PAUSE;
    this.heardAt = Date.now();
  }

  get isAsking() {
    return Boolean(this.polling);
  }

  open(after) {
    this.after = after;
    this.close();
    if (!window.EventSource || Date.now() < this.blockedUntil) this.#ask();
    else this.#listen();
  }

  close() {
    clearTimeout(this.timer);
    this.stream?.close();
    this.polling?.close();
    this.stream = this.polling = this.held = null;
  }

  #listen() {
    this.close();
    this.stream = new Stream(this.after, { take: (message) => this.#heard(message), fail: () => this.#ask() });
  }

  #ask() {
    this.close();
    this.polling = new Polling({
      take: (message) => this.#answered(message),
      fail: () => this.#take({ kind: "away", id: null, data: { at: this.heardAt } }),
      recover: () => window.EventSource && this.#listen(),
    });
  }

  #answered(message) {
    this.#take(message);
    if (!window.EventSource || Date.now() < this.blockedUntil) return;
    // The server answers, so it is the stream that does not come through.
    this.blockedUntil = Date.now() + this.pause;
    this.timer = setTimeout(() => this.#listen(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  #heard(message) {
    this.pause = FIRST_PAUSE;
    this.blockedUntil = 0;
    if (message.kind === "reset") this.#reload(message.data.last);
    else if (this.held) this.held.push(message);
    else this.#take(message);
  }

  // The log does not reach back to our place: the newest items stand in for what it would tell.
  async #reload(last) {
    const held = (this.held ??= []);
    const data = await latest().catch(() => null);
    if (this.held !== held) return;
    if (!data || data.last < last) {
      this.timer = setTimeout(() => this.#reload(last), RETRY * (0.5 + Math.random()));
      return;
    }
    this.held = null;
    this.#take({ kind: "latest", id: data.last, data: { ...data, anew: true } });
    held.filter(({ id }) => id === null || id > data.last).forEach((message) => this.#take(message));
  }

  #take(message) {
    if (message.kind !== "away") this.heardAt = Date.now();
    if (message.id !== null) this.after = message.id;
    this.tell(message);
  }
}
