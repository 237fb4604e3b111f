// Narrows a list of topics to those whose name holds what the editor types; ticked ones always stay in sight.
const FEW = 8;

function narrow(rows, wanted) {
  for (const row of rows) {
    const ticked = row.querySelector("input").checked;
    row.hidden = !ticked && !row.textContent.toLowerCase().includes(wanted);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const choices of document.querySelectorAll("[data-topic-choices]")) {
    const filter = choices.querySelector("input[type=search]");
    const rows = [...choices.querySelectorAll("li")];
    filter.hidden = rows.length < FEW;
    filter.addEventListener("input", () => narrow(rows, filter.value.trim().toLowerCase()));
    // Return belongs to the list here; it must not save the story.
    filter.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
});
