"""Readers with pages of the paper open, at the end of a cable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.cable import Cable
from tests.browser.filing import Filing
from tests.plugins.browser import new_tab

# A headless browser hides no tab.
LOOKING_AWAY = """
let away = false;
Object.defineProperty(document, 'hidden', {get: () => away});
window.look = (here) => { away = !here; document.dispatchEvent(new Event('visibilitychange')); };
"""


@dataclass(frozen=True, slots=True)
class HardTimes:
    """What two open stories showed afterwards: one was without a network, the other while the server started anew."""

    cut_off: list[str]
    restarted: list[str]


def new_window(browser: Browser, cable: Cable, script: str = "", **options: Any) -> BrowserContext:
    """A window at the end of the cable."""
    opened = new_tab(browser, options.pop("width", 1440), "light", base_url=cable.url, **options)
    opened.set_default_timeout(5_000)
    opened.add_init_script(LOOKING_AWAY + script)
    return opened


def open_tab(window: BrowserContext, address: str, wire: Filing, *, clock: bool = False) -> Page:
    """A tab at the address that knows all that was filed: the page it gets may be a minute old."""
    tab = window.new_page()
    if clock:
        tab.clock.install()
    tab.goto(address)
    expect(column(tab).locator(f"[data-wire-item='{wire.newest}']")).to_be_visible()
    return tab


def headline(tab: Page, words: str) -> Locator:
    return column(tab).get_by_role("heading", name=words, exact=True)


def headlines(tab: Page) -> list[str]:
    return column(tab).get_by_role("heading").all_inner_texts()


def column(tab: Page) -> Locator:
    return tab.locator("[data-wire-list=column]")
