// A tab with a line of its own.
import { Line } from "./line.js";
import { onWake } from "./wake.js";

const UNSEEN = 30_000; // ms; a browser has six connections to a host, and other tabs need some

export class Alone {
  constructor(page) {
    this.page = page;
    this.line = new Line((message) => page.take(message));
    onWake(() => this.isOpen && this.open());
    document.addEventListener("visibilitychange", () => this.#look());
  }

  open() {
    this.isOpen = true;
    this.line.open(this.page.cursor);
    if (document.hidden) this.#look();
  }

  close() {
    this.isOpen = false;
    clearTimeout(this.timer);
    this.line.close();
  }

  #look() {
    clearTimeout(this.timer);
    if (document.hidden) this.timer = setTimeout(() => this.close(), UNSEEN);
    else if (!this.isOpen) this.open();
  }
}
