// Breaking news over the page, until it is ended or its time runs out.
import { announce } from "./announcing.js";
import { latest } from "./latest.js";

const LONGEST_TIMER = 2 ** 31 - 1; // ms; a browser runs a longer one at once

export class Banner {
  constructor(place) {
    this.place = place;
    if (place?.dataset.wireUntil) this.#end(place.dataset.wireUntil);
    // Where the page was made without asking whether there is any, such as one that says that nothing is here.
    if (place?.matches("[data-wire-ask]")) latest().then((data) => data && this.show(data.banner), () => {});
  }

  show({ html, until }) {
    if (!this.place) return;
    clearTimeout(this.timer);
    const before = this.place.textContent.trim();
    if (this.place.innerHTML.trim() !== html.trim()) this.place.innerHTML = html;
    const now = this.place.textContent.trim();
    if (now && now !== before) announce(now.replace(/\s+/g, " "));
    if (html && until) this.#end(until);
  }

  #end(until) {
    const rest = Math.min(Date.parse(until) - Date.now(), LONGEST_TIMER);
    this.timer = setTimeout(() => this.place.replaceChildren(), rest);
  }
}
