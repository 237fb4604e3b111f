// One list of items: which belong into it, and where.
import { More } from "./more.js";
import { slideIn } from "./motion.js";

const at = (article) => Date.parse(article.querySelector("time").dateTime);
const articleIn = (line) => line.querySelector("[data-wire-item]");
const idOf = (article) => Number(article.dataset.wireItem);
const dayOf = (article) => article.querySelector("time").dateTime.slice(0, 10); // the newsroom's
const isAfter = (one, other) => at(one) - at(other) || idOf(one) - idOf(other);

export class List {
  constructor(element) {
    const [kind, ...of] = element.dataset.wireList.split(":");
    this.element = element;
    this.kind = kind;
    this.day = kind === "day" ? of[0] : null;
    this.sections = kind === "section" ? (element.dataset.wireSections ?? of[0]).split(" ") : null;
    this.isKey = kind === "key" || of[1] === "key";
    this.most = Number(element.dataset.wireMost) || Infinity;
    this.hasAnchors = this.day || kind === "today";
    this.more = new More(element, (articles, isOld) => this.#insertAll(articles, isOld));
  }

  // Whether the item is a new one here.
  take(item, article, isOld) {
    const line = this.#lineOf(item.id);
    if (!this.kind) return false; // An older page of a list stays as it is.
    if (!this.#wants(item)) this.remove(item.id);
    else if (line) this.#place(line);
    else if (this.more.has(item.id)) this.more.hold(item.id, article);
    else if (this.#isPast(article)) return false;
    else return this.#add(item.id, article, isOld);
    return false;
  }

  remove(id) {
    this.more.drop(id);
    this.#lineOf(id)?.remove();
  }

  // Takes out what `items`, newest first, would name if it still stood; marks where they do not reach what stands.
  keepOnly(items) {
    if (!items.length) return;
    const named = new Set(items.map((item) => item.id));
    const oldest = Date.parse(items.at(-1).posted_at) + 1000; // It is told to the second.
    const shown = this.#lines().map(articleIn);
    if (this.kind === "today" && shown.length && !shown.some((article) => named.has(idOf(article)))) this.#markGap();
    for (const article of shown) if (at(article) > oldest && !named.has(idOf(article))) this.remove(idOf(article));
  }

  #wants(item) {
    if (this.day && item.day !== this.day) return false;
    if (this.kind === "today" && item.day < this.#oldestDay()) return false;
    if (this.isKey && !item.key) return false;
    return !this.sections || this.sections.includes(item.section);
  }

  // After midnight, yesterday's items stay below today's.
  #oldestDay() {
    const last = this.#lines().at(-1);
    return last ? dayOf(articleIn(last)) : "";
  }

  // What is older than the whole list stands on another page. A day is whole.
  #isPast(article) {
    const lines = this.#lines();
    if (this.day || (this.kind === "today" && lines.length < this.most)) return false;
    return lines.length > 0 && isAfter(articleIn(lines.at(-1)), article) > 0;
  }

  // The page must not move under a reader who has scrolled past the top of the list.
  #add(id, article, isOld) {
    this.more.hold(id, article);
    if (this.more.isPassed) this.more.offer();
    else this.more.show(isOld);
    return true;
  }

  #insertAll(articles, isOld) {
    this.element.parentElement.querySelector(".wire-day__nothing")?.remove();
    for (const article of articles) {
      const line = document.createElement("li");
      line.className = "wire-line";
      if (this.hasAnchors) line.id = `wire-${idOf(article)}`;
      line.append(article);
      this.#place(line);
      if (!isOld) slideIn(line);
    }
    for (const line of this.#lines().slice(this.most)) line.remove();
  }

  #place(line) {
    const article = articleIn(line);
    const next = this.#lines().find((other) => other !== line && isAfter(article, articleIn(other)) > 0);
    // Even to its own place it is not moved for nothing: that would take the focus.
    if (!line.isConnected || line.nextElementSibling !== (next ?? null)) this.element.insertBefore(line, next ?? null);
  }

  #markGap() {
    const gap = `<li class="wire-gap fine"><a href="">More was posted in between: load the page again</a></li>`;
    this.element.insertAdjacentHTML("afterbegin", gap);
  }

  #lines() {
    return [...this.element.children].filter(articleIn);
  }

  #lineOf(id) {
    return this.#lines().find((line) => idOf(articleIn(line)) === id);
  }
}
