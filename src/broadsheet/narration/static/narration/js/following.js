// Keeps the sentence in view while the reader wants it, and stops when they scroll by themselves.
const isStill = matchMedia("(prefers-reduced-motion: reduce)");
const MIDDLE = [0.15, 0.65]; // of the screen: there it stays where it is
const TOP = 0.3; // where it is brought
const SCROLLS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

export class Following {
  constructor(element, checkbox) {
    this.element = element;
    this.checkbox = checkbox;
    this.range = null;
    checkbox.addEventListener("change", () => this.#bring());
    addEventListener("wheel", this.#stop, { passive: true });
    addEventListener("touchmove", this.#stop, { passive: true });
    addEventListener("keydown", (event) => SCROLLS.has(event.key) && this.#stop(event));
    // The scroll bar lies beside the page.
    addEventListener("pointerdown", (event) => {
      if (event.clientX >= document.documentElement.clientWidth) this.#stop(event);
    });
  }

  // A finger on the player moves its place, not the page.
  #stop = ({ target }) => {
    if (!this.element.contains(target)) this.checkbox.checked = false;
  };

  // There is a text to follow.
  offer() {
    this.checkbox.parentElement.hidden = false;
  }

  take(range) {
    this.range = range;
    this.#bring();
  }

  #bring() {
    if (!this.range || !this.checkbox.checked || document.hidden) return;
    const { top, bottom, height } = this.range.getBoundingClientRect();
    const [from, to] = MIDDLE.map((share) => share * innerHeight);
    if (!height || (top >= from && bottom <= to)) return;
    scrollTo({ top: scrollY + top - TOP * innerHeight, behavior: isStill.matches ? "instant" : "smooth" });
  }
}
