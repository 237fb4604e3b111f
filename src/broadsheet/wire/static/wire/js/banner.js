// Breaking news over the page, until it is ended or its time runs out.
import { announce } from "./announcing.js";
import { latest } from "./latest.js";

const LONGEST_TIMER = 2 ** 31 - 1; // ms; a browser runs a longer one at once
const SPREAD = 5_000; // ms; so that not all readers ask in one moment

export class Banner {
  constructor(place) {
    this.place = place;
    if (place?.dataset.wireUntil) this.#end(place.dataset.wireUntil);
    // Where the page was made without asking whether there is any, such as one that says that nothing is here.
    if (place?.matches("[data-wire-ask]")) this.#ask();
  }

  show({ html, until }) {
    if (!this.place) return;
    clearTimeout(this.timer);
    const before = this.place.textContent.trim();
    if (this.place.innerHTML.trim() !== html.trim()) this.place.innerHTML = html;
    const now = this.place.textContent.trim();
    if (now && now !== before) announce(now.replace(/\s+/g, " "));
    // Whose clock is fast is told of a banner whose time seems to be over: the server knows better.
    if (Date.parse(until) > Date.now()) this.#end(until);
  }

  #end(until) {
    const rest = Math.min(Date.parse(until) - Date.now(), LONGEST_TIMER);
    this.timer = setTimeout(() => this.#runOut(), rest);
  }

  // Under it another may stand, of which nothing was said.
  #runOut() {
    this.place.replaceChildren();
    this.timer = setTimeout(() => this.#ask(), SPREAD * Math.random());
  }

  #ask() {
    latest().then((data) => data && this.show(data.banner), () => {});
  }
}
