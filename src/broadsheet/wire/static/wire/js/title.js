// Counts in the tab's title what came while the reader looked elsewhere.
let unseen = 0;
let title = "";

export function count() {
  if (!document.hidden) return;
  if (!unseen) title = document.title;
  unseen += 1;
  document.title = `(${unseen}) ${title.trim()}`;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden || !unseen) return;
  unseen = 0;
  document.title = title;
});
