// Asks for the newest items again and again, where no stream comes through.
import { latest } from "./latest.js";

const EVERY = 15_000; // ms
const SELDOM = 60_000; // for a tab that nobody looks at, and for readers who save data

function pause() {
  const usual = document.hidden || navigator.connection?.saveData ? SELDOM : EVERY;
  return usual * (0.7 + 0.6 * Math.random());
}

export class Polling {
  // `fail` is called for each question without an answer, `recover` for the first answer after that.
  constructor({ take, fail, recover }) {
    Object.assign(this, { take, fail, recover, hasFailed: false, isOver: false });
    this.#ask();
  }

  close() {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  async #ask() {
    try {
      const data = await latest();
      if (!data) return;
      this.#got(data);
    } catch {
      this.#failed();
    }
    if (!this.isOver) this.timer = setTimeout(() => this.#ask(), pause());
  }

  #got(data) {
    if (this.isOver) return;
    this.take({ kind: "latest", id: data.last, data });
    if (this.hasFailed) this.recover();
  }

  #failed() {
    if (this.isOver) return;
    this.hasFailed = true;
    this.fail();
  }
}
