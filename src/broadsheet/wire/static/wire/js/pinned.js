// The item that is kept on top of the News Feed's own page.

const SECTION = `<section class="wire-pinned" data-wire-pinned><h2 class="label">Pinned</h2></section>`;

// Without an article it is unpinned.
export function pin(id, article) {
  const list = document.querySelector("[data-wire-list=today]");
  const section = document.querySelector("[data-wire-pinned]");
  const stands = section?.querySelector(`[data-wire-item="${id}"]`);
  if (stands && !article) section.remove();
  if (!list || stands || !article) return;
  section?.remove();
  const day = list.closest("section");
  day.insertAdjacentHTML("beforebegin", SECTION);
  day.previousElementSibling.append(article);
}
