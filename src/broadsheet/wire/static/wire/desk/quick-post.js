// The box on the desk's first screen sends itself, and never loses what was typed. Without this script its forms
// work as forms do. Parts of the screen come from the server as HTML.
(() => {
  "use strict";

  const desk = document.querySelector("[data-wire-desk]");
  if (!desk) return;

  const KEPT = `wire-box:${desk.dataset.wireDesk}`;
  const LONGEST = 200;
  const UNANSWERED =
    "No answer came. Your words are still here: press Post again. If they had arrived all the same, they are filed once.";
  const SIGNED_OUT =
    "You are no longer signed in. Your words are kept here: sign in again in another tab, then press Post again.";
  const BROKEN = "Something is wrong at our side. Your words are still here: try again in a moment.";

  const box = () => desk.querySelector("[data-wire-box]");
  const headline = () => box()?.elements.headline;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let busy = false;
  let signedOut = false;

  // What was typed, for the time until it is posted.

  function words() {
    const entries = [...new FormData(box())].filter(([name]) => name !== "csrfmiddlewaretoken");
    return entries.map(([name, value]) => [name, String(value)]);
  }

  function holdsWords() {
    const typed = Object.fromEntries(words());
    return Boolean(typed.headline?.trim() || textOf(typed.body || ""));
  }

  // The editor writes JSON, and says an empty box as `null` or as a block without text.
  function textOf(body) {
    try {
      return JSON.parse(body).blocks.map((block) => block.text.trim()).join("");
    } catch {
      return body.replace("null", "").trim();
    }
  }

  function keep() {
    if (!box()) return;
    if (holdsWords()) sessionStorage.setItem(KEPT, JSON.stringify(words()));
    else sessionStorage.removeItem(KEPT);
  }

  // Only the server can put words into its editor and its choosers: it is handed what was kept.
  function restore() {
    const kept = sessionStorage.getItem(KEPT);
    if (!kept || !box()?.matches("[data-wire-empty]")) return;
    const data = new FormData();
    JSON.parse(kept).forEach(([name, value]) => data.append(name, value));
    data.set("do", "show");
    send(box(), data);
  }

  // Sending.

  async function submit(form, button) {
    if (busy) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    await pause(30); // the editor hands over what was typed last
    const data = new FormData(form, button);
    if (form.matches("[data-wire-undo]") && holdsWords()) data.set("keep_box", "1");
    keep();
    await send(form, data);
    form.removeAttribute("aria-busy");
    busy = false;
  }

  async function send(form, data) {
    try {
      if (signedOut) await renewToken();
      data.set("csrfmiddlewaretoken", desk.querySelector("[data-wire-token]").value);
      show(await ask(form.action, { method: "POST", body: data }));
    } catch (failure) {
      alarm(failure.told || UNANSWERED);
    }
  }

  async function ask(address, options = {}) {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(address, { ...options, headers, signal: AbortSignal.timeout(15000) });
    const text = await answer.text();
    if (answer.ok || answer.status === 422) return text;
    if (answer.status !== 403) throw Object.assign(new Error(), { told: BROKEN });
    // Words of ours say what somebody may not do; anything else comes from the door.
    const ours = answer.headers.get("Content-Type")?.startsWith("text/plain");
    signedOut = !ours;
    throw Object.assign(new Error(), { told: ours ? text : SIGNED_OUT });
  }

  // Whoever signs in again gets another token, and the forms on this screen still hold the old one.
  async function renewToken() {
    show(await ask("/desk/wire/filed/"));
    signedOut = false;
  }

  function alarm(text) {
    desk.querySelector("[data-wire-alarm]").textContent = text;
  }

  // Showing.

  function show(html) {
    const found = document.createElement("template");
    found.innerHTML = html;
    const parts = [...found.content.querySelectorAll("[data-wire-part]")];
    alarm("");
    parts.forEach(put);
    const fresh = parts.some((part) => part.dataset.wirePart === "box");
    if (fresh) begin();
    else if (document.activeElement === document.body) desk.querySelector("[data-wire-said]")?.focus();
    count();
    tick();
  }

  function put(part) {
    const place = desk.querySelector(`[data-wire-part="${part.dataset.wirePart}"]`);
    if (!place) return;
    part.querySelectorAll("script").forEach(revive);
    place.replaceChildren(...part.childNodes);
    desk.dispatchEvent(new CustomEvent("wire:shown"));
    stamp(place);
  }

  // A script that comes as text does not run: the story's chooser needs its own.
  function revive(script) {
    const live = document.createElement("script");
    live.textContent = script.textContent;
    script.replaceWith(live);
  }

  function begin() {
    const line = headline();
    if (!line) return;
    line.focus();
    line.setSelectionRange(line.value.length, line.value.length);
    keep();
  }

  function count() {
    const place = desk.querySelector("[data-wire-count]");
    if (!place) return;
    const left = LONGEST - headline().value.trim().length;
    const said = left < 0 ? `${-left} too many` : left <= 30 ? `${left} left` : "";
    if (place.textContent !== said) place.textContent = said;
  }

  // Ten seconds, then the undo goes.

  function stamp(place) {
    place.querySelectorAll("[data-wire-left]").forEach((form) => {
      form.until = performance.now() + 1000 * Number(form.dataset.wireLeft);
    });
  }

  function tick() {
    desk.querySelectorAll("[data-wire-left]").forEach((form) => {
      const left = Math.ceil((form.until - performance.now()) / 1000);
      if (left > 0) form.querySelector("[data-wire-seconds]").textContent = left;
      else if (form.getAttribute("aria-busy") !== "true") takeAway(form);
    });
  }

  function takeAway(form) {
    if (form.contains(document.activeElement)) headline()?.focus();
    form.remove();
  }

  // A screen that was left open shows what colleagues have filed meanwhile.
  let lookedAt = performance.now();
  async function look() {
    if (document.hidden || busy || performance.now() - lookedAt < 15000) return;
    if (desk.querySelector('[data-wire-part="filed"]').contains(document.activeElement)) return;
    lookedAt = performance.now();
    await ask("/desk/wire/filed/").then(show, () => {});
  }

  desk.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-wire-send]")) return;
    event.preventDefault();
    submit(event.target, event.submitter);
  });
  let keeping;
  const keepSoon = () => {
    clearTimeout(keeping);
    keeping = setTimeout(keep, 300);
  };
  ["input", "change", "keyup"].forEach((name) => desk.addEventListener(name, keepSoon));
  desk.addEventListener("input", count);
  window.addEventListener("pagehide", keep);
  window.addEventListener("focus", look);
  setInterval(tick, 500);
  stamp(desk);
  tick();
  count();
  restore();
  if (!box()?.contains(document.activeElement)) begin();
})();
