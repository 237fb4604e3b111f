// Tells those who listen to the page what is new: one line, never the whole list.
const GATHERING = 500; // ms; what was missed comes in one burst
const waiting = [];
const region = document.createElement("p");
region.className = "visually-hidden";
region.setAttribute("role", "status");
document.body.append(region);

function say() {
  region.textContent = waiting.length > 1 ? `${waiting.length} changes in the News Feed` : waiting[0];
  waiting.length = 0;
}

export function announce(words) {
  waiting.push(words);
  if (waiting.length === 1) setTimeout(say, GATHERING);
}
