// A click on a sentence plays from there. Links, controls, and words that are being selected stay what they are.
const OTHERS = "a, button, input, select, textarea, label, summary, audio, video, iframe, .player";
const PAUSE = 250; // ms in which a second click may follow, which selects a word

function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y);
    return found && { node: found.offsetNode, offset: found.offset };
  }
  const found = document.caretRangeFromPoint?.(x, y);
  return found && { node: found.startContainer, offset: found.startOffset };
}

// Beside a line the nearest word is found as well: only what lies under the finger counts.
function isUnder({ clientX, clientY }, range) {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
  );
}

export function pickSentences(place, sentences, choose) {
  let timer = 0;

  function pick(event) {
    const caret = caretAt(event.clientX, event.clientY);
    if (!caret || !getSelection().isCollapsed) return;
    const under = (range) => range.isPointInRange(caret.node, caret.offset) && isUnder(event, range);
    const found = sentences().find(({ range }) => range && under(range));
    if (found) choose(found);
  }

  place.addEventListener("click", (event) => {
    clearTimeout(timer);
    const isPlain = event.detail === 1 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || event.defaultPrevented || event.target.closest(OTHERS)) return;
    timer = setTimeout(() => pick(event), PAUSE);
  });
}
