// The sentence that is being read aloud; where a browser marks no sentences, its paragraph.
const NAME = "read-along";
const PARAGRAPH = "read-along";

let marked = null;

export function unmark() {
  CSS.highlights?.delete(NAME);
  marked?.classList.remove(PARAGRAPH);
  marked = null;
}

export function mark(range) {
  unmark();
  if (window.Highlight && CSS.highlights) {
    CSS.highlights.set(NAME, new Highlight(range));
    return;
  }
  const { commonAncestorContainer: place } = range;
  marked = place.nodeType === Node.ELEMENT_NODE ? place : place.parentElement.closest("p, li, h1, h2, h3, h4, figcaption");
  marked?.classList.add(PARAGRAPH);
}
