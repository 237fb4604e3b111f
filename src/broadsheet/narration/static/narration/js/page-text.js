// The story's text as one string, and where in the page each of its signs stands.
const BLOCKS = "p, li, h1, h2, h3, h4, blockquote, figcaption, header, div, article";
// Never read aloud; a pull quote stands in the text a second time.
const UNREAD =
  ".player, .pull-quote, .related, .embed, .table, .code, .story__correction, .story__foot, .sign-up, " +
  "figure:not(.quote) figcaption, script, style";
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const ALIKE = { "’": "'", "‘": "'", "“": '"', "”": '"' };

function sameSign(sign) {
  return ALIKE[sign] ?? sign;
}

function normal(words) {
  return [...words].filter((sign) => !UNSEEN.test(sign)).map(sameSign).join("").replace(/\s+/g, " ").trim();
}

export class PageText {
  constructor(root) {
    this.text = "";
    this.nodes = [];
    this.offsets = [];
    this.end = 0; // of what was found last
    const accept = (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
    while (walker.nextNode()) this.#take(walker.currentNode);
  }

  // The words' place in the page, as near as can be to those found before; null for what the page does not say.
  find(words) {
    const wanted = normal(words);
    if (!wanted) return null;
    const ahead = this.text.indexOf(wanted, this.end);
    const start = ahead < 0 ? this.text.lastIndexOf(wanted, this.end) : ahead;
    if (start < 0) return null;
    this.end = start + wanted.length;
    const range = document.createRange();
    range.setStart(this.nodes[start], this.offsets[start]);
    range.setEnd(this.nodes[this.end - 1], this.offsets[this.end - 1] + 1);
    return range;
  }

  #take(node) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(`br, ${BLOCKS}`)) this.#add(" ", this.nodes.at(-1), this.offsets.at(-1));
      return;
    }
    const block = node.parentElement.closest(BLOCKS);
    if (block !== this.block) this.#add(" ", node, 0);
    this.block = block;
    for (let n = 0; n < node.data.length; n += 1) this.#add(node.data[n], node, n);
  }

  #add(sign, node, offset) {
    if (UNSEEN.test(sign)) return;
    const isSpace = /\s/.test(sign);
    if (isSpace && (!this.text || this.text.endsWith(" "))) return;
    this.text += isSpace ? " " : sameSign(sign);
    this.nodes.push(node);
    this.offsets.push(offset);
  }
}
