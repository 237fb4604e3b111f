"""The system's Chromium, headless, and the paper served to it on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",  # a container's root has no sandbox to give
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Nothing but this machine has a name: a page that asks a third party for something goes without.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
SERVING = "(process_request_thread)"  # what socketserver's threads are called
PageAt = Callable[..., Page]


def find_chromium() -> str:
    """Where the system's Chromium is."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise pytest.UsageError("Chromium is not installed: run “make setup”.")
    return found


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """Chromium, started once."""
    first_state = getattr(connection, "_test_serialized_contents", "")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright's event loop runs in this thread from here on. Django would refuse to touch the database,
        # and asgiref gives it a second connection, which does not know what migrations put into the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        connection._test_serialized_contents = first_state
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield chromium
        chromium.close()
        connection.close()


@pytest.fixture
def served(live_server: LiveServer, django_db_serialized_rollback: None) -> Iterator[str]:
    """Where the paper is served. What migrations put into the database is there again afterwards."""
    yield str(live_server.url)
    wait_for_last_answers()


def wait_for_last_answers() -> None:
    """Let the server finish what closed tabs asked for: it writes into the database that is put back next.

    A thread of it ends with its connection; one that another program keeps open is waited for in vain.
    """
    until = time.monotonic() + 1
    while time.monotonic() < until and any(SERVING in thread.name for thread in threading.enumerate()):
        time.sleep(0.01)


@pytest.fixture
def page_at(browser: Browser, served: str) -> Iterator[PageAt]:
    """Opens a tab: `page_at(360, "dark")`; anything else that Playwright's `new_context` takes may follow."""
    tabs = []

    def open_tab(width: int = 1440, scheme: str = "light", **options: Any) -> Page:
        tab = new_tab(browser, width, scheme, base_url=served, **options)
        tab.set_default_timeout(5_000)
        tabs.append(tab)
        return tab.new_page()

    yield open_tab
    for tab in tabs:
        tab.close()


def new_tab(browser: Browser, width: int, scheme: str, **options: Any) -> BrowserContext:
    """A window of that width whose reader prefers that colour scheme."""
    options |= {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    return browser.new_context(**options)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives the browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_configure() -> None:
    """Serve on this machine's own address only."""
    os.environ.setdefault("DJANGO_LIVE_TEST_SERVER_ADDRESS", "127.0.0.1")
