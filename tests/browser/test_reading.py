"""What a reader meets in a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from broadsheet.news.models import Story
from tests.factories import make_picture, make_story
from tests.plugins.browser import PageAt

WIDTHS = (320, 360, 768, 1440)


@pytest.fixture
def illustrated(story: Story) -> Story:
    """A published story with a picture, and another beside it."""
    make_story("Gale breaches the west mole", lead_picture=make_picture())
    story.lead_picture = make_picture(size=(1600, 1000))
    story.save_revision().publish()
    return story


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_needs_scrolling_sideways(page_at: PageAt, illustrated: Story, width: int) -> None:
    page = page_at(width)
    for address in ("/", illustrated.section.url, illustrated.url):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_story_can_be_read_without_scripts(page_at: PageAt, illustrated: Story) -> None:
    page = page_at(360, java_script_enabled=False)
    page.goto(illustrated.section.url)
    page.get_by_role("link", name=illustrated.headline).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == illustrated.headline
    assert page.get_by_text("The ferry came back on Tuesday.").is_visible()


def test_a_reader_contacts_nobody_but_the_paper(page_at: PageAt, illustrated: Story, served: str) -> None:
    page = page_at()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", illustrated.url):
        page.goto(address, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {urlsplit(served).netloc}


def test_nothing_a_page_asks_for_is_missing(page_at: PageAt, illustrated: Story) -> None:
    page = page_at()
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    for address in ("/", illustrated.section.url, illustrated.url):
        page.goto(address, wait_until="networkidle")
    # The stream stands in front of Django, which alone serves here: `test_wire.py` has it.
    assert [url for url in failed if "/wire/stream" not in url] == []
