// When a line may be dead without anybody having said so.
const TICK = 10_000; // ms
const ASLEEP = 100_000; // A hidden tab's timers run once a minute.
const LONG = 60_000;
const SPREAD = 2_000; // So that a whole town does not come back with its network in one moment.

// Calls `back` after sleep, with a network again, and when the reader returns to the tab after a while.
export function onWake(back) {
  let ticked = Date.now();
  let hiddenAt = 0;
  const soon = () => setTimeout(back, Math.random() * SPREAD);
  addEventListener("online", soon);
  setInterval(() => {
    if (Date.now() - ticked > ASLEEP) soon();
    ticked = Date.now();
  }, TICK);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > LONG) back();
  });
}
