"""axe, the accessibility checker, in headless Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.newsroom import AuditedPage
from tests.plugins.browser import FLAGS, find_chromium, new_tab

WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")
# What the page around it answers for.
OF_WHOLE_PAGES = ("landmark-one-main", "region")
VIEWS = [f"{width} px {scheme}" for width, scheme in product(WIDTHS, SCHEMES)]


def violations_in(pages: list[AuditedPage], address: str) -> Iterator[tuple[str, str, list[str]]]:
    """Every page in every view: its kind, the view, and what axe finds wrong with it."""
    with _chromium() as browser:
        for width, scheme in product(WIDTHS, SCHEMES):
            context = new_tab(browser, width, scheme, base_url=address)
            tab = context.new_page()
            for page in pages:
                _open(tab, page)
                yield page.kind, f"{width} px {scheme}", [*_violations(tab, page)]
            context.close()


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


def _open(tab: Page, page: AuditedPage) -> None:
    if page.html:
        tab.route(f"**{page.path}", lambda route: route.fulfill(body=page.html, content_type="text/html"))
    tab.goto(page.path, wait_until="load")


def _violations(tab: Page, page: AuditedPage) -> Iterator[str]:
    results: dict[str, Any] = Axe().run(tab).response
    for violation in results["violations"]:
        if page.is_framed and violation["id"] in OF_WHOLE_PAGES:
            continue
        places = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        yield f"{violation['id']} ({violation['impact']}): {violation['help']}: {places}"
