// New items that wait until the reader asks for them, and the button that says how many.

export class More {
  constructor(list, insert) {
    this.list = list;
    this.insert = insert;
    this.held = new Map();
  }

  has(id) {
    return this.held.has(id);
  }

  hold(id, article) {
    this.held.set(id, article);
    this.#offer();
  }

  drop(id) {
    if (this.held.delete(id)) this.#offer();
  }

  // The newest of them, which stands at the top.
  show(isOld) {
    const articles = [...this.held.values()];
    this.held.clear();
    this.#offer();
    this.insert(articles, isOld);
    return articles.at(-1);
  }

  #offer() {
    const { size } = this.held;
    if (!size) return this.button?.remove();
    this.button ??= this.#newButton();
    this.button.textContent = `${size} new`;
    this.button.setAttribute("aria-label", `Show ${size} new ${size === 1 ? "item" : "items"}`);
    if (!this.button.isConnected) this.list.before(this.button);
  }

  #newButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button wire-more";
    button.addEventListener("click", () => {
      const first = this.show();
      this.list.scrollIntoView({ block: "start" });
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    });
    return button;
  }
}
