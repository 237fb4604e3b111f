// Narrows a list of topics to those whose name holds what the editor types; ticked ones always stay in sight.
for (const choices of document.querySelectorAll("[data-topic-choices]")) {
  const filter = choices.querySelector("input[type=search]");
  const rows = [...choices.querySelectorAll("li")];
  if (rows.length < 8) continue;
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const row of rows) {
      const ticked = row.querySelector("input").checked;
      row.hidden = !ticked && !row.textContent.toLowerCase().includes(wanted);
    }
  });
  // Return belongs to the list here; it must not save the story.
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
