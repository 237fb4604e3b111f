"""The Harbour Ledger, really served, and readers with its pages open."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.cable import Cable
from tests.browser.filing import Filing, filing
from tests.browser.readers import HardTimes, headline, headlines, new_window, open_tab
from tests.cli.newsroom import start
from tests.edge.live import LiveNewsroom, live_newsroom

STORY = 1  # of the addresses of the small paper
Window = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveNewsroom]:
    """The Harbour Ledger, served by one process."""
    with live_newsroom(tmp_path_factory.mktemp("wire") / "ledger", processes=1) as served:
        yield served


@pytest.fixture(scope="module")
def wire(newsroom: LiveNewsroom) -> Iterator[Filing]:
    """Files to its wire."""
    with filing(newsroom) as desk:
        desk.post("The mole is closed to walkers")
        yield desk


@pytest.fixture
def cable(newsroom: LiveNewsroom) -> Iterator[Cable]:
    """The readers' line to it."""
    assert newsroom.server is not None
    line = Cable(newsroom.server.port)
    yield line
    line.cut()


@pytest.fixture
def window(browser: Browser, cable: Cable) -> Iterator[Window]:
    """Opens a window; `script` runs before those of its pages, anything else is for `new_context`."""
    windows = []

    def open_window(script: str = "", **options: Any) -> BrowserContext:
        windows.append(new_window(browser, cable, script, **options))
        return windows[-1]

    yield open_window
    for opened in windows:
        opened.close()


@pytest.fixture(scope="module")
def address(newsroom: LiveNewsroom) -> str:
    """Where the story is that readers have open."""
    return newsroom.addresses[STORY]


@pytest.fixture(scope="module")
def hard_times(browser: Browser, newsroom: LiveNewsroom, wire: Filing, address: str) -> Iterator[HardTimes]:
    """Both at once, since the first takes twenty seconds."""
    assert newsroom.server is not None
    cables = [Cable(newsroom.server.port) for _ in range(2)]
    windows = [new_window(browser, cable) for cable in cables]
    cut_off, restarted = (open_tab(window, address, wire, clock=True) for window in windows)
    windows[0].set_offline(True)
    cables[0].cut()
    since = time.monotonic()
    expect(cut_off.get_by_text("Live updates are interrupted")).to_be_visible()

    newsroom.server.stop(signal.SIGKILL)
    wire.post("Filed while nobody served")
    serve_again(newsroom)
    # It asks for the stream again, or whether there is a server, several times a minute.
    restarted.clock.fast_forward(20_000)

    for number in (1, 2, 3):
        wire.post(f"Missed {number}")
    cut_off.wait_for_timeout(max(0.0, 20 - (time.monotonic() - since)) * 1_000)
    cables[0].mend()
    windows[0].set_offline(False)
    expect(headline(cut_off, "Missed 3")).to_be_visible()
    expect(headline(restarted, "Missed 3")).to_be_visible()
    expect(cut_off.get_by_text("Live updates are interrupted")).to_have_count(0)
    wire.post("Everybody is back")
    for tab in (cut_off, restarted):
        expect(headline(tab, "Everybody is back")).to_be_visible()
    yield HardTimes(headlines(cut_off), headlines(restarted))
    for window, cable in zip(windows, cables, strict=True):
        window.close()
        cable.cut()


def serve_again(newsroom: LiveNewsroom) -> None:
    """Start the server anew, where it was."""
    assert newsroom.server is not None
    command = ("--home", newsroom.home, "serve", "--port", "PORT", "--processes", "1")
    with (newsroom.home / "server.log").open("a") as log:
        newsroom.server = start(*command, port=newsroom.server.port, said=log)
    newsroom.server.get("/healthz")
