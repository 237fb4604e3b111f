// Every list of items on the page, and what the reader is told of what changes in them.
import { List } from "./list.js";
import { announce } from "./announcing.js";
import { clockTime, showTimes } from "./times.js";
import { count } from "./title.js";

function articleOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // The paper's own, sanitised where it is filed.
  showTimes(template.content);
  return template.content.firstElementChild;
}

function words({ state, headline, posted_at }, isNew) {
  if (isNew) return `New: ${headline}`;
  return state === "corrected" ? `Corrected: ${headline}` : `Retracted: what was posted at ${clockTime(posted_at)}`;
}

export class Feed {
  constructor(elements) {
    this.lists = elements.map((element) => new List(element));
  }

  take(item) {
    const article = articleOf(item.html);
    const isChanged = this.#replace(item.id, article);
    const isNew = this.lists.map((list) => list.take(item, article.cloneNode(true))).includes(true);
    if (isNew && item.state !== "retracted") count();
    if (isNew ? item.state !== "retracted" : isChanged && item.state !== "live") announce(words(item, isNew));
  }

  // An item that was not told of, but stood among those that were, was withdrawn.
  takeAll(items) {
    for (const list of this.lists) list.keepOnly(items);
    for (const item of [...items].reverse()) this.take(item);
  }

  remove(id) {
    for (const list of this.lists) list.remove(id);
  }

  // Wherever it stands, also by itself on its own page; whether readers saw something else.
  #replace(id, article) {
    let isChanged = false;
    for (const shown of document.querySelectorAll(`[data-wire-item="${id}"]`)) {
      if (shown.outerHTML === article.outerHTML) continue;
      isChanged = true;
      const hadFocus = shown.contains(document.activeElement);
      const next = article.cloneNode(true);
      shown.replaceWith(next);
      if (hadFocus) next.querySelector("a")?.focus({ preventScroll: true });
    }
    return isChanged;
  }
}
