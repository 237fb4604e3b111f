// Keeps the News Feed of an open page up to date; without this file the page is complete as of its rendering.
import { Alone } from "./alone.js";
import { Page } from "./page.js";
import { Tabs } from "./tabs.js";

function begin() {
  const page = new Page();
  // Without HTTPS a browser has no locks, and tabs cannot agree on who listens for all.
  const way = navigator.locks && window.BroadcastChannel ? new Tabs(page) : new Alone(page);
  way.open();
  // A page with an open line is not kept for the way back.
  addEventListener("pagehide", () => way.close());
  addEventListener("pageshow", (event) => event.persisted && way.open());
}

// From a disk nobody answers.
if (location.protocol !== "file:") begin();
