// Keeps the bar of an import right. Without it the page loads itself again every few seconds.
(() => {
  const EVERY = 1_000; // ms between two looks

  const bar = document.querySelector("[data-intake]");
  if (!bar) return;
  const progress = bar.querySelector("progress");
  const words = bar.querySelector("[data-words]");

  async function look() {
    const answer = await fetch(bar.dataset.intake, { headers: { Accept: "application/json" } });
    if (answer.redirected || answer.status === 403 || answer.status === 404) return location.reload();
    if (!answer.ok) return undefined; // the next look may be luckier
    const standing = await answer.json();
    if (!["queued", "reading", "writing"].includes(standing.state)) return location.reload();
    if (standing.state === "writing") progress.value = standing.share;
    // Told once for each step, not with every person.
    if (standing.state !== bar.dataset.state || standing.state === "writing") words.textContent = standing.words;
    words.setAttribute("aria-live", standing.state === bar.dataset.state ? "off" : "polite");
    bar.dataset.state = standing.state;
    return undefined;
  }

  async function keepLooking() {
    if (!document.hidden) await look().catch(() => {});
    setTimeout(keepLooking, EVERY);
  }

  setTimeout(keepLooking, EVERY);
})();
