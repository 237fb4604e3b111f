// The stream of what is new. It comes back by itself; after three failures in a row, or silence, it gives up.
const KINDS = ["hello", "item", "gone", "banner", "reset", "away", "back"];
const NUMBERED = new Set(["item", "gone", "banner", "reset"]);
const PATIENCE = 10_000; // ms; the server greets at once, unless something between holds the greeting back
const LONGEST_RETRY = 18_000; // ms; what the server may ask a browser to wait (`LATEST` in messages.py)
const TRIES = 3;

export class Stream {
  constructor(after, { take, fail }) {
    this.after = after;
    this.take = take;
    this.fail = fail;
    this.failures = 0;
    this.#open();
  }

  close() {
    clearTimeout(this.timer);
    this.source.close();
  }

  #open() {
    this.source = new EventSource(`/wire/stream${this.after === null ? "" : `?after=${this.after}`}`);
    this.source.onopen = () => this.#wait(PATIENCE);
    this.source.onerror = () => this.#failed();
    for (const kind of KINDS) this.source.addEventListener(kind, (event) => this.#got(kind, event));
    this.#wait(PATIENCE);
  }

  #got(kind, event) {
    clearTimeout(this.timer);
    this.failures = 0;
    const data = JSON.parse(event.data);
    // Only a reader without a place in the log is given one by the greeting; others are told what they missed first.
    const isNumbered = NUMBERED.has(kind) || (kind === "hello" && this.after === null);
    if (isNumbered) this.after = Number(event.lastEventId);
    this.take({ kind, id: isNumbered ? this.after : null, data });
  }

  #failed() {
    this.failures += 1;
    if (this.failures >= TRIES) this.#giveUp();
    else if (this.source.readyState === EventSource.CLOSED) this.#openLater();
    else this.#wait(LONGEST_RETRY + PATIENCE); // the browser tries again
  }

  // Refused, so the browser does not try again.
  #openLater() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#open(), 1000 * 2 ** this.failures * (0.5 + Math.random()));
  }

  #wait(patience) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#giveUp(), patience);
  }

  #giveUp() {
    this.close();
    this.fail();
  }
}
