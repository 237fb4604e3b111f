// Reads WebVTT (w3.org/TR/webvtt1), as far as ours goes: cues with a time and words.
const TIMES = /^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3}) +--> +(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})/;
const SIGNS = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "", rlm: "" };

function seconds([hours, minutes, rest, thousandths]) {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(rest) + Number(thousandths) / 1000;
}

function plain(lines) {
  const words = lines.join(" ").replace(/<[^>]*>/g, "");
  return words.replace(/&(\w+);/g, (sign, name) => SIGNS[name] ?? sign).trim();
}

function cueIn(block) {
  const lines = block.split("\n");
  const place = lines.findIndex((line) => TIMES.test(line));
  if (place < 0) return [];
  const found = TIMES.exec(lines[place]);
  return [{ start: seconds(found.slice(1, 5)), end: seconds(found.slice(5)), words: plain(lines.slice(place + 1)) }];
}

// In the order of their beginnings: `{ start, end, words }`, in seconds.
export function cuesIn(text) {
  const blocks = text.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return blocks.flatMap(cueIn).sort((one, other) => one.start - other.start);
}
