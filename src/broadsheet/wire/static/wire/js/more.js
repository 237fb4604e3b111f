// New items that wait until the reader asks for them, and the button that says how many.

export class More {
  constructor(list, insert) {
    this.list = list;
    this.insert = insert;
    this.held = new Map();
    // At the top there is nothing to jump; but a button that has the focus must not go.
    this.look = () => this.isPassed || this.button === document.activeElement || this.show();
  }

  // Whether the reader has scrolled past the top of the list.
  get isPassed() {
    return this.list.getBoundingClientRect().top < 0;
  }

  has(id) {
    return this.held.has(id);
  }

  hold(id, article) {
    this.held.set(id, article);
  }

  drop(id) {
    if (this.held.delete(id)) this.offer();
  }

  // The newest of them, which stands at the top.
  show(isOld) {
    const articles = [...this.held.values()];
    this.held.clear();
    this.offer();
    this.insert(articles, isOld);
    return articles.at(-1);
  }

  offer() {
    const { size } = this.held;
    if (!size) return this.#takeDown();
    this.button ??= this.#newButton();
    this.button.textContent = `${size} new`;
    this.button.setAttribute("aria-label", `Show ${size} new ${size === 1 ? "item" : "items"}`);
    if (!this.button.isConnected) this.list.before(this.button);
    addEventListener("scroll", this.look, { passive: true });
  }

  #takeDown() {
    this.button?.remove();
    removeEventListener("scroll", this.look);
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
