// Times for eyes and for ears.
const two = (number) => String(number).padStart(2, "0");

function parts(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}

// “1:20”, “1:02:05”
export function clock(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

// “1 minute 20”, “4 minutes”, “20 seconds”
export function inWords(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  if (!hours && !minutes) return counted(rest, "second");
  const words = [];
  if (hours) words.push(counted(hours, "hour"));
  if (minutes) words.push(counted(minutes, "minute"));
  if (rest) words.push(minutes ? rest : counted(rest, "second"));
  return words.join(" ");
}
