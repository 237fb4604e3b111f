// What was told since a place in the log, for tabs that open later: the newest of each subject, in order.
const MOST = 100;

function subjectOf({ kind, data }) {
  if (kind === "item" || kind === "gone") return data.id;
  return kind === "banner" || kind === "latest" ? kind : "line";
}

export class Memory {
  constructor(since) {
    this.since = since;
    this.told = new Map();
  }

  keep(message) {
    if (message.kind === "latest") [this.since, this.told] = [message.id, new Map()];
    if (message.kind === "hello") this.since ??= message.id;
    const subject = subjectOf(message);
    this.told.delete(subject);
    this.told.set(subject, message);
    if (this.told.size > MOST) this.#forget();
  }

  // Null when it does not reach back so far.
  after(cursor) {
    const told = [...this.told.values()];
    // A page without a list has no place in the log; the banner and the line's state are all it can show.
    if (cursor === null) return told.filter(({ kind }) => kind !== "item" && kind !== "gone");
    return this.since !== null && cursor >= this.since ? told : null;
  }

  #forget() {
    const [subject, { id }] = this.told.entries().next().value;
    this.told.delete(subject);
    this.since = Math.max(this.since, id ?? 0);
  }
}
