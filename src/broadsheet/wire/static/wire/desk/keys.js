// Keys of the box: Ctrl+Enter posts, and each field is one key away. They hold within the panel alone, so that
// nobody else's are taken. On a Mac, Option writes letters and Control+Option is VoiceOver's: Control+Shift there.
(() => {
  "use strict";

  const desk = document.querySelector("[data-wire-desk]");
  if (!desk) return;

  const MAC = /Mac|iPhone|iPad/.test(navigator.userAgentData?.platform || navigator.platform);

  function sayKeys() {
    if (!MAC) return;
    desk.querySelectorAll("[data-wire-hint]").forEach((hint) => {
      hint.textContent = hint.dataset.wireHint === "Enter" ? "⌘ Enter" : `⌃⇧${hint.dataset.wireHint}`;
    });
    desk.querySelectorAll('[aria-keyshortcuts^="Alt+"]').forEach((thing) => {
      thing.setAttribute("aria-keyshortcuts", thing.getAttribute("aria-keyshortcuts").replace("Alt", "Control+Shift"));
    });
  }

  function isOurs(event) {
    if (event.metaKey || event.getModifierState("AltGraph")) return false;
    return MAC ? event.ctrlKey && event.shiftKey && !event.altKey : event.altKey && !event.ctrlKey && !event.shiftKey;
  }

  // The letter on the key; where the keyboard writes no Latin letters, the one that stands there on others.
  function letterOf(event) {
    const letter = event.key.toUpperCase();
    return /^[A-Z]$/.test(letter) ? letter : event.code.replace("Key", "");
  }

  function press(thing) {
    if (thing.matches("button")) thing.click();
    else if (thing.matches("details")) open(thing);
    else if (thing.matches("[data-wire-body]")) thing.querySelector('[contenteditable="true"], textarea')?.focus();
    else if (thing.matches("[type=checkbox], [type=radio]")) tick(thing);
    else thing.focus();
  }

  // A second press takes “notable” or “breaking” back.
  function tick(thing) {
    const again = thing.type === "radio" && thing.checked;
    (again ? thing.form.querySelector('[name="urgency"][value="routine"]') : thing).click();
  }

  function open(details) {
    details.open = true;
    details.querySelector("input:not([type=hidden])")?.focus();
  }

  function undoIs() {
    return desk.querySelector("[data-wire-undo] button");
  }

  function onKey(event) {
    const target = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      post(target);
    } else if (event.key === "Enter" && isLine(target)) {
      event.preventDefault();
    } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && isFree(target)) {
      if (!undoIs()) return;
      event.preventDefault();
      undoIs().click();
    } else if (isOurs(event)) {
      reach(event);
    }
  }

  function post(target) {
    const form = desk.querySelector("[data-wire-box]");
    if (form?.contains(target)) form.requestSubmit(form.querySelector("[data-wire-post]"));
  }

  function isLine(target) {
    return target.matches('[name="headline"], input[type="text"], input[type="checkbox"], input[type="radio"]');
  }

  // Ctrl+Z belongs to whoever has typed something.
  function isFree(target) {
    return !target.matches("textarea, input[type=text], [contenteditable]") || target.value === "";
  }

  function reach(event) {
    const letter = letterOf(event);
    const thing = letter === "U" ? undoIs() : desk.querySelector(`[data-wire-key="${CSS.escape(letter)}"]`);
    if (!thing) return;
    event.preventDefault();
    press(thing);
  }

  // Before the editor in the box sees it.
  desk.addEventListener("keydown", onKey, true);
  desk.addEventListener("wire:shown", sayKeys);
  sayKeys();
})();
