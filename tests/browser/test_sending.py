"""An edition's way: written, tested, sent, watched, and read on the web, with the real server and the real worker."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.cli.newsroom import start
from tests.database import is_postgresql
from tests.edge.live import LiveNewsroom

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom is on SQLite in any case.")
Window = Callable[..., BrowserContext]

READERS = 60
PACE = {"BROADSHEET_MAIL_RATE": "20"}  # a second, so that there is a bar to watch
FURNISH = f"""
from tests.factories import make_newsletter, make_staff, make_subscriber
make_staff("Ben", group="Editors")
ebb = make_newsletter("The Evening Ebb", from_address="ebb@paper.example")
for number in range({READERS}):
    make_subscriber(f"reader{{number}}@paper.example", newsletters=[ebb])
"""
SUBJECT = "Letter from the quay"
WORDS = "The mole held through the night."


@pytest.fixture
def worker(newsroom: LiveNewsroom) -> Iterator[None]:
    """What sends, at a walk."""
    newsroom.run(FURNISH)
    with (newsroom.home / "worker.log").open("w") as log:
        running = start("--home", newsroom.home, "worker", given=PACE, said=log)
        yield
        running.stop(signal.SIGTERM)


def test_an_edition_is_written_tested_sent_and_read(
    window: Window, newsroom: LiveNewsroom, worker: None
) -> None:
    desk = window().new_page()
    desk.set_default_timeout(20_000)
    expect.set_options(timeout=30_000)
    sign_in(desk)
    write(desk, SUBJECT)

    desk.get_by_role("link", name="Send a test").click()
    desk.get_by_label("Addresses").fill("ben@ledger.test")
    desk.get_by_role("button", name="Send the test").click()
    expect(desk.get_by_text("is on its way to 1 address, as a test")).to_be_visible()

    desk.get_by_role("link", name="Check and send").click()
    desk.get_by_role("link", name=f"Send to {READERS} readers").click()
    expect(desk.get_by_text(f"{READERS} readers of The Evening Ebb")).to_be_visible()
    desk.get_by_role("button", name=f"Send to {READERS} readers").click()

    seen = watch(desk)
    assert seen == sorted(seen)
    assert len(set(seen)) > 1, "the bar did not move"
    expect(desk.get_by_text(f"of {READERS}", exact=True)).to_be_visible()
    expect(desk.get_by_text("Opens and clicks are not tracked.")).to_be_visible()

    reader = window().new_page()
    reader.goto(str(desk.get_by_role("link", name="/newsletters/the-evening-ebb/").get_attribute("href")))
    expect(reader.get_by_role("heading", name=SUBJECT)).to_be_visible()
    expect(reader.get_by_text(WORDS)).to_be_visible()

    mail = [
        message_from_bytes(kept.read_bytes(), policy=default) for kept in newsroom.home.glob("mail/*.eml")
    ]
    subjects = [str(letter["Subject"]) for letter in mail]
    assert subjects.count(SUBJECT) == READERS
    assert sum("[Test]" in subject for subject in subjects) == 1
    assert len({letter["To"] for letter in mail}) == READERS + 1


def sign_in(desk: Page) -> None:
    desk.goto("/desk/login/")
    desk.locator("[name=username]").fill("ben")
    desk.locator("[name=password]").fill("password")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/desk/")


def write(desk: Page, subject: str) -> None:
    """Type a subject and a paragraph, and save."""
    desk.goto("/desk/newsletters/editions/add/")
    desk.get_by_role("textbox", name="Subject").fill(subject)
    desk.locator("[name=newsletter]").select_option("The Evening Ebb")
    desk.get_by_role("textbox", name="Preview text").fill("And the ferry sails.")
    body = desk.locator("#panel-body-section")
    body.get_by_role("button", name="Insert a block").first.click()
    desk.get_by_role("option", name=re.compile("^Text")).click()
    desk.keyboard.press("Escape")
    body.locator("[contenteditable=true]").last.click()
    desk.keyboard.type(WORDS)
    # The editor hands over what was typed after a pause.
    expect(body.locator("input[name=body-0-value]")).to_have_value(re.compile(re.escape(WORDS)))
    desk.locator("footer").get_by_role("button", name="Save").first.click()
    expect(desk.get_by_role("link", name="Check and send")).to_be_visible()


def watch(desk: Page) -> list[int]:
    """What the bar said of those who have it, until the page says that all have."""
    seen, deadline = [], time.monotonic() + 60
    delivered = desk.get_by_text("Delivered", exact=True)
    while not delivered.is_visible() and time.monotonic() < deadline:
        field = desk.locator("[data-field=sent]")
        if field.is_visible():
            seen.append(int((field.text_content() or "0").replace(",", "")))
        desk.wait_for_timeout(400)
    return seen
