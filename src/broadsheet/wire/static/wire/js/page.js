// What the page does with what it is told. A message is `{kind, id, data}`; its id is its place in the log, if it has one.
import { Banner } from "./banner.js";
import { Feed } from "./feed.js";
import { showInterruption } from "./interruption.js";
import { keepTimes } from "./times.js";

function startOf(elements) {
  const known = elements.map((element) => parseInt(element.dataset.wireLast, 10)).filter((last) => last >= 0);
  return known.length ? Math.min(...known) : null;
}

export class Page {
  constructor() {
    const lists = [...document.querySelectorAll("[data-wire-list]")];
    // The place in the log up to which the page knows all; null is for a page that shows no list.
    this.cursor = startOf(lists);
    this.feed = new Feed(lists);
    this.banner = new Banner(document.querySelector("[data-wire-banner]"));
    keepTimes();
  }

  take({ kind, id, data }) {
    showInterruption(kind, data);
    if (kind === "hello") this.cursor ??= id;
    // What was filed before the page opened is no news to whoever opens it.
    if (kind === "hello" || kind === "latest") this.opening ??= data.last;
    // The log may have begun anew; then what is told now stands, whatever its number.
    if (id === null || (this.cursor !== null && id <= this.cursor && !data.anew)) return;
    if (kind === "item") this.feed.take(data, id <= this.opening);
    else if (kind === "gone") this.feed.remove(data.id);
    else if (kind === "banner") this.banner.show(data);
    else if (kind === "latest") this.#takeLatest(data, id <= this.opening);
    this.cursor = id;
  }

  // What another tab was told before this one opened.
  takeAll(messages) {
    this.opening ??= Math.max(0, ...messages.map(({ id }) => id));
    messages.forEach((message) => this.take(message));
  }

  #takeLatest({ items, banner }, isOld) {
    this.feed.takeAll(items, isOld);
    this.banner.show(banner);
  }
}
