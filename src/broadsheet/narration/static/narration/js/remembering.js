// What this browser keeps for the reader, if it may: nothing of it goes anywhere.

export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A reader who forbids it listens all the same.
  }
}
