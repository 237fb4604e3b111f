"""Filing at the desk by keyboard alone, and on a phone."""

from __future__ import annotations

from django.contrib.auth.models import User
from playwright.sync_api import Page, Route, expect

from broadsheet.wire.models import WireItem
from tests.browser.test_desk import sign_in
from tests.factories import Paper, make_section
from tests.plugins.browser import PageAt

HEADLINE = "Ferry adrift off Cold Head"
COUNTDOWN = "form[data-wire-undo]"


def test_an_item_is_posted_undone_and_posted_as_breaking_by_keyboard_alone(
    page_at: PageAt, ada: User, paper: Paper
) -> None:
    section = make_section()
    page = page_at()
    sign_in(page, ada)
    headline = page.get_by_label("Headline")
    expect(headline).to_be_focused()
    keys = page.keyboard
    keys.type(HEADLINE)
    keys.press("Enter")  # does nothing
    keys.press("Alt+p")
    keys.type("Tugs are ")
    keys.press("Control+b")
    keys.type("on their way")
    for key in ("Alt+c", section.title[:3], "Alt+k", "Alt+n"):
        keys.press(key) if "+" in key else keys.type(key)
    keys.press("Control+Enter")
    keys.press("Control+Enter")  # twice in one breath

    expect(page.locator(COUNTDOWN)).to_be_visible()
    expect(headline).to_have_value("")
    expect(headline).to_be_focused()
    item = WireItem.objects.get()
    assert (item.headline, item.urgency, item.is_key) == (HEADLINE, "notable", True)
    assert (item.section, item.body) == (section, "<p>Tugs are <b>on their way</b></p>")

    keys.press("Alt+u")
    expect(headline).to_have_value(HEADLINE)
    expect(headline).to_be_focused()
    assert WireItem.objects.get().state == "draft"
    expect(page.get_by_text("on their way")).to_be_visible()

    keys.press("Alt+g")
    expect(page.get_by_text("a banner on every page for three hours")).to_be_visible()
    expect(page.get_by_role("button", name="Post as breaking")).to_be_visible()
    keys.press("Control+Enter")
    expect(page.get_by_text("Posted as breaking")).to_be_visible()
    assert WireItem.objects.get().is_breaking()


def test_words_outlive_a_dead_network_a_closed_door_and_a_new_start(
    page_at: PageAt, ada: User, paper: Paper
) -> None:
    page = page_at(360)
    sign_in(page, ada)
    headline = page.get_by_label("Headline")
    headline.fill(HEADLINE)
    assert page.evaluate("document.documentElement.scrollWidth") == 360

    _lose_the_answer(page)
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("press Post again")
    expect(headline).to_have_value(HEADLINE)

    page.context.clear_cookies()
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("no longer signed in")
    sign_in(page, ada)  # a whole new page: the words come back by themselves
    expect(headline).to_have_value(HEADLINE)
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_text("It was posted already; it is there once.")).to_be_visible()
    expect(headline).to_have_value("")
    assert WireItem.objects.count() == 1


def _lose_the_answer(page: Page) -> None:
    """What is sent next arrives, and the answer does not."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/desk/wire/file/", lose, times=1)
