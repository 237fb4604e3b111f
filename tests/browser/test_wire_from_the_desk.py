"""From an editor's keyboard to a reader's open page, in two browsers, through a newsroom that is really served."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.filing import Filing
from tests.browser.readers import column, headline, open_tab
from tests.database import is_postgresql
from tests.edge.live import LiveNewsroom

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom is on SQLite in any case.")
Window = Callable[..., BrowserContext]
HIRE = "from tests.factories import make_staff; make_staff('Ben', group='Editors')"


def test_an_open_story_shows_what_is_filed_corrected_and_retracted_at_the_desk_within_a_second(
    window: Window, wire: Filing, newsroom: LiveNewsroom, address: str
) -> None:
    newsroom.run(HIRE)
    story, desk = open_tab(window(), address, wire), signed_in(window().new_page())
    line = column(story).locator(".wire-line").first

    desk.keyboard.type("Tug stands by at the mole")
    shown = headline(story, "Tug stands by at the mole")
    took = [seconds_until(shown, lambda: desk.keyboard.press("Control+Enter"))]

    desk.get_by_role("link", name="Correct “Tug stands by at the mole”").click()
    desk.get_by_label("Headline").fill("Two tugs stand by at the mole")
    desk.get_by_label("What was wrong").fill("There are two.")
    correct = desk.get_by_role("button", name="Correct")
    took.append(seconds_until(line.filter(has_text="There are two."), correct.click))

    desk.get_by_role("link", name="Retract “Two tugs stand by at the mole”").click()
    desk.get_by_label("Why").fill("They lie at the quay.")
    retract = desk.get_by_role("button", name="Retract for good")
    took.append(seconds_until(line.filter(has_text="They lie at the quay."), retract.click))
    expect(line).not_to_contain_text("tugs")

    print("at the desk: seen after", *(f"{seconds:.2f} s" for seconds in took))  # noqa: T201
    assert max(took) < 1


def signed_in(page: Page) -> Page:
    """At the desk's first screen, as Ben."""
    page.set_default_timeout(20_000)
    page.goto("/desk/login/")
    page.locator("[name=username]").fill("ben")
    page.locator("[name=password]").fill("password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    expect(page.get_by_label("Headline")).to_be_focused()
    return page


def seconds_until(shown: Locator, act: Callable[[], object]) -> float:
    """How long after the act's beginning it is on the reader's page."""
    began = time.monotonic()
    act()
    expect(shown).to_have_count(1)
    return time.monotonic() - began
