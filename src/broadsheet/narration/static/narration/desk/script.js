// Offers the word that is selected in the script to the lexicon.
(() => {
  const LONGEST = 80; // characters of a term
  const link = document.querySelector("[data-add-to-lexicon]");
  const script = document.querySelector("[data-script]");
  if (!link || !script) return;
  const [plain, address] = [link.textContent, link.href];
  document.querySelector(".script__hint[data-with-script]").hidden = false;

  function offer() {
    const selection = document.getSelection();
    if (!script.contains(selection.anchorNode)) return;
    const term = selection.toString().trim().replace(/\s+/g, " ");
    const url = new URL(address);
    if (term && term.length <= LONGEST) url.searchParams.set("term", term);
    link.href = url;
    link.textContent = url.searchParams.has("term") ? `Add “${term}” to the lexicon` : plain;
  }

  document.addEventListener("selectionchange", offer);
})();
