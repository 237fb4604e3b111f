// The times of items in the reader's own zone, with the date when it is not today's.
const language = document.documentElement.lang || undefined;
const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const timeOfDay = new Intl.DateTimeFormat(language, hour);
const timeOfAnotherDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...hour });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long" });
const OURS = ".wire-item time[datetime]";

export function clockTime(moment) {
  const date = new Date(moment);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? timeOfDay : timeOfAnotherDay).format(date);
}

export function showTimes(root = document) {
  for (const time of root.querySelectorAll(OURS)) {
    const words = clockTime(time.dateTime);
    if (time.textContent !== words) time.textContent = words;
    time.title = exact.format(new Date(time.dateTime));
  }
}

function atMidnight() {
  showTimes();
  const midnight = new Date().setHours(24, 0, 1, 0);
  setTimeout(atMidnight, midnight - Date.now());
}

export function keepTimes() {
  atMidnight();
  // A timer does not run while the machine sleeps.
  document.addEventListener("visibilitychange", () => document.hidden || showTimes());
}
