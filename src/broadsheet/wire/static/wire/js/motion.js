const isStill = matchMedia("(prefers-reduced-motion: reduce)");

export function slideIn(line) {
  if (isStill.matches) return;
  const frames = [
    { height: 0, opacity: 0, overflow: "clip" },
    { height: `${line.offsetHeight}px`, opacity: 1, overflow: "clip" },
  ];
  line.animate(frames, { duration: 200, easing: "ease-out" });
}
