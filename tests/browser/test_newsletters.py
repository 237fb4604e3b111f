"""A reader signs up, wrong and right, confirms, chooses and leaves, in a newsroom that is really served."""

from __future__ import annotations

import http.client
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.database import is_postgresql
from tests.edge.live import LiveNewsroom

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom is on SQLite in any case.")
Window = Callable[..., BrowserContext]
CLEO, DAN = "cleo@reader.example", "dan@reader.example"
FOUND = """
from tests.factories import make_newsletter
tide = make_newsletter()
tide.welcome_subject, tide.welcome_text = "Welcome aboard", "<p>We sail at seven.</p>"
tide.save()
make_newsletter("Sunday Harbour", position=1)
"""
# What the worker does every five seconds; then the links of the letter. The server may be at it already.
WORK = """
import re, time
from broadsheet.delivery.models import Delivery
from broadsheet.edge.spool import take_in
found = Delivery.objects.filter(address={address!r}, dispatch__name__contains={subject!r}).select_related("dispatch")
until = time.monotonic() + 20
while not (row := found.last()) and time.monotonic() < until:
    take_in()
    time.sleep(0.1)
words = bytes(row.dispatch.message).decode().replace("=\\r\\n", "")
print(*dict.fromkeys(re.findall(r"/newsletters/[a-z]+/[^/\\s]+/", words)), sep="\\n")
"""


@pytest.fixture(scope="module")
def newsletters(newsroom: LiveNewsroom) -> LiveNewsroom:
    """The newsroom, with two newsletters."""
    newsroom.run(FOUND)
    return newsroom


def letter_to(address: str, newsroom: LiveNewsroom, *, subject: str) -> list[str]:
    """The links of the letter with these words in its subject, once it is there."""
    return newsroom.run(WORK.format(address=address, subject=subject)).splitlines()


def fill(form: Locator, typed: str) -> None:
    form.get_by_label("Your email address").fill(typed)
    form.get_by_role("button", name="Sign up").click()


def test_a_reader_signs_up_confirms_chooses_and_leaves(
    window: Window, newsletters: LiveNewsroom, address: str
) -> None:
    tab = window().new_page()
    tab.goto(address)
    form = tab.get_by_role("region", name="The Morning Tide").locator("form")
    field, wrong, told = (
        form.get_by_label("Your email address"),
        form.get_by_role("alert"),
        form.get_by_role("status"),
    )

    fill(form, "")
    expect(wrong).to_have_text("Enter your email address.")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    fill(form, "cleo@reader")
    expect(wrong).to_have_text("Please enter a correct email address, such as name@example.com.")
    fill(form, "cleo@gmial.com")
    expect(wrong).to_contain_text("Did you mean cleo@gmail.com?")
    expect(form.get_by_role("button", name="Yes, cleo@gmail.com")).to_be_focused()
    fill(form, CLEO)
    expect(told).to_contain_text(f"We’ve sent a confirmation email to {CLEO}")
    expect(told).to_be_focused()
    expect(field).to_be_hidden()
    assert tab.url.endswith(address)
    confirm, *_ = letter_to(CLEO, newsletters, subject="Please confirm: The Morning Tide")

    confirm_choose_and_leave(tab, confirm, newsletters)


def confirm_choose_and_leave(tab: Page, confirm: str, newsletters: LiveNewsroom) -> None:
    """From the letter on."""
    tab.goto(confirm)
    tab.get_by_role("button", name="Confirm my subscription").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("You are subscribed")
    links = letter_to(CLEO, newsletters, subject="Welcome aboard")

    tab.get_by_role("link", name="See and change your newsletters").click()
    tab.get_by_role("checkbox", name="Sunday Harbour").check()
    tab.get_by_role("button", name="Save my choice").click()
    expect(tab.get_by_text("Your choice is saved.")).to_be_visible()
    expect(tab.get_by_role("checkbox", name="The Morning Tide")).to_be_checked()

    leave = next(link for link in links if "/leave/" in link)
    assert one_click(newsletters, leave) == 200
    tab.reload()
    expect(tab.get_by_role("checkbox", name="The Morning Tide")).not_to_be_checked()
    expect(tab.get_by_role("checkbox", name="Sunday Harbour")).to_be_checked()


def one_click(newsroom: LiveNewsroom, path: str) -> int:
    """As a mail provider leaves for its reader."""
    assert newsroom.server is not None
    line = http.client.HTTPConnection("127.0.0.1", newsroom.server.port, timeout=20)
    line.request(
        "POST", path, "List-Unsubscribe=One-Click", {"Content-Type": "application/x-www-form-urlencoded"}
    )
    return line.getresponse().status


def test_without_scripts_the_same_form_answers_with_pages(window: Window, newsletters: LiveNewsroom) -> None:
    tab = window(java_script_enabled=False).new_page()
    tab.goto("/newsletters/")
    form = tab.get_by_role("region", name="Sign up").locator("form")
    fill(form, DAN)
    expect(tab.get_by_role("alert")).to_have_text("Choose at least one newsletter.")
    tab.get_by_role("link", name="Choose among the newsletters").click()
    tab.get_by_role("checkbox", name="The Morning Tide").check()
    tab.get_by_role("checkbox", name="Sunday Harbour").check()
    fill(form, "dan@gmial.com")
    expect(tab.get_by_role("alert")).to_have_text("Did you mean dan@gmail.com?")
    tab.go_back()
    tab.get_by_role("checkbox", name="Sunday Harbour").check()
    fill(form, DAN)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Nearly done")
    confirm, *_ = letter_to(DAN, newsletters, subject="Sunday Harbour")
    tab.goto(confirm)
    tab.get_by_role("button", name="Confirm my subscription").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("You are subscribed")
