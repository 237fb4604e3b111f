// One line for all tabs of the paper: a browser has six connections to a host, and a reader may have ten tabs.
// Whoever holds the lock leads: it has the line, and passes on what it hears. When it goes, the next one leads.
import { Line } from "./line.js";
import { Memory } from "./memory.js";
import { onWake } from "./wake.js";

const NAME = "broadsheet-wire";
const PATIENCE = 3_000; // ms that a leader may take to answer; one that was frozen by the browser does not

export class Tabs {
  constructor(page) {
    this.page = page;
    this.me = Math.random().toString(36);
    onWake(() => this.line?.open(page.cursor));
    document.addEventListener("visibilitychange", () => this.channel && !document.hidden && this.#join());
  }

  open() {
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({ data }) => this.#heard(data);
    this.#queue();
  }

  close() {
    clearTimeout(this.timer);
    this.leaving.abort();
    this.#resign();
    this.channel.close();
    this.channel = null;
  }

  #queue() {
    this.leaving = new AbortController();
    this.#request({ signal: this.leaving.signal });
    this.#join();
  }

  #request(options) {
    // It fails when we leave, and when another tab took the lock from us.
    navigator.locks.request(NAME, options, () => this.#lead()).catch(() => this.#lost());
  }

  #lost() {
    if (!this.line || !this.channel) return;
    this.#resign();
    this.#queue();
  }

  #lead() {
    clearTimeout(this.timer);
    this.isWaiting = false;
    this.memory = new Memory(this.page.cursor);
    this.line = new Line((message) => this.#tell(message));
    this.line.open(this.page.cursor);
    this.channel.postMessage({ leads: true });
    return new Promise((resolve) => (this.resign = resolve));
  }

  #resign() {
    this.line?.close();
    this.line = null;
    this.resign?.();
  }

  #tell(message) {
    this.memory.keep(message);
    this.channel.postMessage({ message });
    this.page.take(message);
  }

  // Asks the leader for what was told since our place; what it tells all others until it answers is in the answer.
  #join() {
    if (this.line) return;
    this.isWaiting = true;
    this.channel.postMessage({ tab: this.me, cursor: this.page.cursor, joins: true });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#takeOver(), PATIENCE);
  }

  #takeOver() {
    if (document.hidden) return;
    this.leaving.abort();
    this.#request({ steal: true });
  }

  #heard({ leads, joins, tab, cursor, told, message }) {
    if (leads) this.#join();
    else if (joins && this.line) this.#answer(tab, cursor);
    else if (told && tab === this.me) this.#joined(told);
    else if (message && !this.line && !this.isWaiting) this.page.take(message);
  }

  #answer(tab, cursor) {
    const told = this.memory.after(cursor) ?? this.#goBack(cursor);
    this.channel.postMessage({ tab, told });
  }

  // The tab's page is older than ours: all are told again from its place, and pass over what they know.
  #goBack(cursor) {
    if (this.line.isAsking) return [...this.memory.told.values()];
    this.memory = new Memory(cursor);
    this.line.open(cursor);
    return [];
  }

  #joined(told) {
    clearTimeout(this.timer);
    this.isWaiting = false;
    this.page.takeAll(told);
  }
}
