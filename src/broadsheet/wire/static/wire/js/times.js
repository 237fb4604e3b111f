// The times of items in the reader's own zone, with the date when it is not today's.
const language = document.documentElement.lang || undefined;
const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long" });

function dateOf(date) {
  return date.toDateString() === new Date().toDateString() ? "" : `${day.format(date)}, `;
}

export function clockTime(moment) {
  const date = new Date(moment);
  return dateOf(date) + hour.format(date);
}

export function showTimes(root = document) {
  for (const time of root.querySelectorAll(".wire-item time[datetime]")) {
    const date = new Date(time.dateTime);
    const words = time.querySelector(".wire-item__date");
    if (words) words.textContent = dateOf(date);
    time.lastChild.textContent = hour.format(date);
    time.title = exact.format(date);
  }
}

function atMidnight() {
  showTimes();
  setTimeout(atMidnight, new Date().setHours(24, 0, 1, 0) - Date.now());
}

export function keepTimes() {
  atMidnight();
  // A timer does not run while the machine sleeps.
  document.addEventListener("visibilitychange", () => document.hidden || showTimes());
}
