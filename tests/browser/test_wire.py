"""The News Feed of open pages, in a real browser, from a newsroom that is really served."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.cable import Cable
from tests.browser.filing import Filing
from tests.browser.readers import HardTimes, column, headline, open_tab
from tests.database import is_postgresql

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom is on SQLite in any case.")
NO_STREAMS = "delete window.EventSource;"
SILENT_STREAMS = "window.EventSource = class extends EventTarget { close() {} };"
NO_LOCKS = "Object.defineProperty(navigator, 'locks', {value: undefined});"
Window = Callable[..., BrowserContext]


def scroll_past_column(tab: Page) -> None:
    assert tab.viewport_size
    tab.set_viewport_size(
        {"width": tab.viewport_size["width"], "height": 300}
    )  # so that there is a way to scroll
    column(tab).evaluate("list => scrollTo(0, scrollY + list.getBoundingClientRect().top + 40)")


def streams(cable: Cable) -> int:
    return sum("/wire/stream" in line for line in cable.asked)


def test_an_open_story_shows_what_is_filed_corrected_and_retracted_within_a_second(
    window: Window, wire: Filing, address: str
) -> None:
    tab = open_tab(window(), address, wire)
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    taken: list[float] = []

    def within_a_second(act: Callable[[], Any], shown: Locator) -> Any:
        began = time.monotonic()
        done = act()
        expect(shown).to_have_count(1, timeout=1_000)
        taken.append(time.monotonic() - began)
        return done

    line = column(tab).locator(".wire-line").first
    item = within_a_second(lambda: wire.post("Fog closes the port"), headline(tab, "Fog closes the port"))
    within_a_second(
        lambda: wire.correct(item, "It was haze.", headline="Haze closes the port"),
        line.filter(has_text="It was haze."),
    )
    expect(line).to_contain_text("Haze closes the port")
    within_a_second(
        lambda: wire.retract(item, "The port is open."), line.filter(has_text="The port is open.")
    )
    expect(line).not_to_contain_text("Haze")
    print("filed, corrected, retracted: seen after", *(f"{seconds:.2f} s" for seconds in taken))  # noqa: T201
    assert complaints == []


def test_what_is_undone_disappears(window: Window, wire: Filing, address: str) -> None:
    tab = open_tab(window(), address, wire)
    item = wire.post("Gulls elect a mayor")
    expect(headline(tab, "Gulls elect a mayor")).to_be_visible()
    wire.withdraw(item)
    expect(headline(tab, "Gulls elect a mayor")).to_have_count(0)


def test_those_who_listen_to_the_page_are_told_of_one_line(
    window: Window, wire: Filing, address: str
) -> None:
    tab = open_tab(window(), address, wire)
    wire.post("Pilot boat sails again")
    expect(tab.locator("body > [role=status]")).to_have_text("New: Pilot boat sails again")


def test_after_twenty_seconds_without_a_network_the_story_shows_what_was_filed_once_each(
    hard_times: HardTimes,
) -> None:
    assert hard_times.cut_off[:4] == ["Everybody is back", "Missed 3", "Missed 2", "Missed 1"]
    assert len(set(hard_times.cut_off)) == len(hard_times.cut_off)


def test_after_a_restart_of_the_server_the_story_catches_up(hard_times: HardTimes) -> None:
    missed = ["Missed 3", "Missed 2", "Missed 1", "Filed while nobody served"]
    assert hard_times.restarted[:5] == ["Everybody is back", *missed]
    assert len(set(hard_times.restarted)) == len(hard_times.restarted)


def test_without_streams_the_page_asks(window: Window, wire: Filing, cable: Cable, address: str) -> None:
    tab = open_tab(window(NO_STREAMS), address, wire, clock=True)
    wire.post("Lamp of the mole is mended")
    tab.clock.fast_forward(20_000)
    expect(headline(tab, "Lamp of the mole is mended")).to_have_count(1)
    assert streams(cable) == 0


def test_a_stream_that_is_held_back_gives_way_to_questions(
    window: Window, wire: Filing, address: str
) -> None:
    tab = window(SILENT_STREAMS).new_page()
    tab.clock.install()
    tab.goto(address)
    tab.clock.fast_forward(10_100)
    wire.post("Crane stands still")
    tab.clock.fast_forward(20_000)
    expect(headline(tab, "Crane stands still")).to_have_count(1)


@pytest.mark.usefixtures("wire")
def test_without_scripts_the_feed_reads(window: Window, address: str) -> None:
    tab = window(java_script_enabled=False).new_page()
    tab.goto(address)
    expect(column(tab).get_by_role("heading").first).to_be_visible()


def test_a_reader_who_has_scrolled_is_offered_what_is_new(window: Window, wire: Filing, address: str) -> None:
    tab = open_tab(window(reduced_motion="reduce"), address, wire)
    scroll_past_column(tab)
    place = column(tab).bounding_box()
    wire.post("Held back 1")
    wire.post("Held back 2")
    button = tab.get_by_role("button", name="Show 2 new items")
    expect(button).to_have_text("2 new")
    assert button.evaluate("button => button.offsetHeight") >= 44
    assert column(tab).bounding_box() == place
    expect(headline(tab, "Held back 1")).to_have_count(0)
    button.press("Enter")
    expect(button).to_have_count(0)
    expect(column(tab).locator(".wire-line").first).to_contain_text("Held back 2")
    expect(tab.locator(":focus")).to_contain_text("Held back 2")
    expect(headline(tab, "Held back 1")).to_be_visible()


def test_what_is_new_is_shown_to_a_reader_who_comes_back_to_the_top(
    window: Window, wire: Filing, address: str
) -> None:
    tab = open_tab(window(width=360, reduced_motion="reduce"), address, wire)
    scroll_past_column(tab)
    wire.post("Held back 3")
    expect(tab.get_by_role("button", name="Show 1 new item")).to_be_visible()
    tab.evaluate("scrollTo(0, 0)")
    expect(headline(tab, "Held back 3")).to_have_count(1)
    expect(tab.get_by_role("button", name="Show 1 new item")).to_have_count(0)


def test_the_title_counts_until_the_reader_looks(window: Window, wire: Filing, address: str) -> None:
    tab = open_tab(window(), address, wire)
    before = tab.title()
    tab.evaluate("look(false)")
    wire.post("Tide table is wrong")
    wire.post("Tide table is right")
    expect(tab).to_have_title(f"(2) {before}")
    tab.evaluate("look(true)")
    expect(tab).to_have_title(before)


def test_eight_tabs_share_a_stream_and_a_ninth_opens(
    window: Window, wire: Filing, cable: Cable, address: str
) -> None:
    reader = window()
    tabs = [open_tab(reader, address, wire) for _ in range(9)]
    wire.post("Nine tabs know it")
    for tab in tabs:
        expect(headline(tab, "Nine tabs know it")).to_have_count(1)
    assert streams(cable) == 1
    tabs[0].close()
    wire.post("Eight tabs know it")
    for tab in tabs[1:]:
        expect(headline(tab, "Eight tabs know it")).to_have_count(1)
    assert streams(cable) == 2


def test_where_tabs_cannot_agree_those_that_nobody_looks_at_close_their_streams(
    window: Window, wire: Filing, address: str
) -> None:
    reader = window(NO_LOCKS)
    tabs = []
    for _ in range(7):
        tabs.append(open_tab(reader, address, wire, clock=True))
        tabs[-1].evaluate("look(false)")
        tabs[-1].clock.fast_forward(31_000)
    wire.post("Seven tabs may know it")
    tabs[0].evaluate("look(true)")
    expect(headline(tabs[0], "Seven tabs may know it")).to_have_count(1)


def test_breaking_news_stands_over_an_open_page_until_it_is_ended(
    window: Window, wire: Filing, address: str
) -> None:
    tab = open_tab(window(), address, wire, clock=True)
    banner = tab.locator("[data-wire-banner]")
    item = wire.post("Mole gives way", urgency="breaking")
    expect(banner).to_contain_text("Mole gives way")
    wire.end_breaking(item)
    expect(banner).not_to_contain_text("Mole gives way")
    wire.start_breaking(item, seconds=3_600)
    expect(banner).to_contain_text("Mole gives way")
    tab.clock.fast_forward(3_600_000)
    expect(banner).not_to_contain_text("Mole gives way")
    wire.end_breaking(item)


def test_a_new_item_slides_in_for_readers_who_like_that(window: Window, wire: Filing, address: str) -> None:
    tab = open_tab(window("Element.prototype.animate = () => (window.slid = true);"), address, wire)
    tab.emulate_media(reduced_motion="reduce")
    wire.post("Seen at once")
    expect(headline(tab, "Seen at once")).to_have_count(1)
    assert not tab.evaluate("window.slid")
    tab.emulate_media(reduced_motion="no-preference")
    wire.post("Seen sliding")
    expect(headline(tab, "Seen sliding")).to_have_count(1)
    assert tab.evaluate("window.slid")


def test_times_are_the_readers_own(window: Window, wire: Filing, address: str) -> None:
    tab = open_tab(window(timezone_id="Pacific/Auckland", locale="en-GB"), address, wire)
    shown = column(tab).locator("time").first
    expect(shown).to_have_attribute("title", re.compile("GMT\\+1[23]"))
