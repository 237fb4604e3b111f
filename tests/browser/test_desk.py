"""One story's way through the desk: a reporter writes and submits it, an editor publishes it."""

from __future__ import annotations

import re

from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from broadsheet.news.models import Story
from tests.factories import make_section
from tests.plugins.browser import PageAt

HEADLINE = "Ferry crews vote to return"


def sign_in(page: Page, user: User) -> None:
    page.goto("/desk/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Sign in").click()


def write(page: Page, words: str) -> None:
    """Type a headline, and a paragraph in the body's first block."""
    page.get_by_role("textbox", name="Headline").fill(HEADLINE)
    body = page.locator("#panel-child-content-body-section")
    body.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=re.compile("^Text")).click()
    page.keyboard.press("Escape")
    body.locator("[contenteditable=true]").last.click()
    page.keyboard.type(words)
    # The editor hands over what was typed after a pause.
    expect(body.locator("input[name=body-0-value]")).to_have_value(re.compile(re.escape(words)))


def test_a_reporter_submits_and_an_editor_publishes(
    page_at: PageAt, ada: User, ben: User, story: Story
) -> None:
    section = make_section()
    reporter = page_at()
    sign_in(reporter, ada)
    reporter.goto(f"/desk/pages/add/news/story/{section.pk}/")
    write(reporter, "The crews voted on Tuesday night.")
    footer = reporter.locator("footer")
    footer.get_by_role("button", name="More actions").click()
    reporter.locator("button[name=action-submit]").click()
    expect(reporter.get_by_text("and submitted for moderation.")).to_be_visible()

    reader = page_at(360)
    reader.goto("/harbour/")
    expect(reader.get_by_text(HEADLINE)).to_have_count(0)

    editor = page_at()
    sign_in(editor, ben)
    written = Story.objects.get(title=HEADLINE)
    editor.goto(f"/desk/pages/{written.pk}/edit/")
    editor.locator("footer").get_by_role("button", name="More actions").click()
    editor.locator("[data-workflow-action-name=approve]").first.click()
    expect(editor.get_by_text("has been updated")).to_be_visible()

    for address in ("/", "/harbour/"):
        reader.goto(address)
        expect(reader.get_by_role("link", name=HEADLINE).first).to_be_visible()
    reader.get_by_role("link", name=HEADLINE).first.click()
    expect(reader.get_by_text("The crews voted on Tuesday night.")).to_be_visible()
