// Every list of items on the page, and what the reader is told of what changes in them.
import { announce } from "./announcing.js";
import { List } from "./list.js";
import { pin } from "./pinned.js";
import { clockTime, showTimes } from "./times.js";
import { count } from "./title.js";

function articleOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // The paper's own, sanitised where it is filed.
  showTimes(template.content);
  return template.content.firstElementChild;
}

// On the item's own page its headline is the page's.
function headedBy(level, article) {
  const headline = article.querySelector(".wire-item__headline");
  const heading = document.createElement(level);
  heading.className = "wire-item__headline";
  heading.textContent = headline ? headline.textContent : "Retracted";
  if (headline) headline.replaceWith(heading);
  else article.querySelector(".wire-item__head").after(heading);
}

function words({ state, headline, posted_at }, isNew) {
  if (isNew) return `New: ${headline}`;
  return state === "corrected" ? `Corrected: ${headline}` : `Retracted: what was posted at ${clockTime(posted_at)}`;
}

export class Feed {
  constructor(elements) {
    this.lists = elements.map((element) => new List(element));
  }

  // What is old comes without a word.
  take(item, isOld) {
    const article = articleOf(item.html);
    const isChanged = this.#replace(item.id, article);
    pin(item.id, item.pinned && article.cloneNode(true));
    const isNew = this.lists.map((list) => list.take(item, article.cloneNode(true), isOld)).includes(true);
    const isNews = isNew ? item.state !== "retracted" : isChanged && item.state !== "live";
    if (isOld || !isNews) return;
    announce(words(item, isNew));
    if (isNew) count();
  }

  // An item that is not among those that are told of, but stood between them, was withdrawn.
  takeAll(items, isOld) {
    for (const list of this.lists) list.keepOnly(items);
    for (const item of [...items].reverse()) this.take(item, isOld);
  }

  remove(id) {
    pin(id);
    for (const list of this.lists) list.remove(id);
  }

  // Wherever it stands; whether its words are others.
  #replace(id, article) {
    let isChanged = false;
    for (const shown of document.querySelectorAll(`[data-wire-item="${id}"]`)) {
      const next = article.cloneNode(true);
      const { wireLevel } = shown.parentElement.dataset;
      if (wireLevel) headedBy(wireLevel, next);
      if (shown.outerHTML === next.outerHTML) continue;
      isChanged ||= shown.textContent !== next.textContent;
      const hadFocus = shown.contains(document.activeElement);
      shown.replaceWith(next);
      if (hadFocus) next.querySelector("a").focus({ preventScroll: true });
    }
    return isChanged;
  }
}
