"""What a page costs the database, however large the archive is."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from broadsheet.media.actions.prepare import prepare
from broadsheet.news.models import (
    AuthorLink,
    Correction,
    EditorsPick,
    FrontPage,
    SecondaryStory,
    SectionStrip,
    Story,
)
from tests.factories import (
    Paper,
    every_block,
    grow,
    make_author,
    make_item,
    make_newsletter,
    make_picture,
    make_production,
    make_section,
    make_story,
    make_topic,
)

pytestmark = pytest.mark.usefixtures("unindexed")

# Of each, two for the News Feed beside it and breaking news over it, and one for all its forms of newsletters; of a
# story, one for its audio.
FRONT_PAGE, STORY, LIST = 17, 16, 19


def cost(address: str) -> int:
    """Queries of an answer; Wagtail has looked up before where the site's pages begin, which it does once an hour."""
    cache.clear()
    Client().get("/feed.xml")
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(address).status_code == 200
    return len(asked)


@pytest.fixture
def rich(paper: Paper) -> Story:
    """A story with everything, beside picks, on a front page with everything."""
    authors = [make_author(name, portrait=_picture(name, "square")) for name in ("Ada Quill", "Mia New")]
    authors[0].links = [AuthorLink(label="Signal", url="https://signal.test/")]
    others = [
        make_story(f"Other {n}", authors=[authors[n % 2]], lead_picture=_picture(f"Other {n}", "3x2"))
        for n in range(6)
    ]
    picture = _picture("Body", "natural", "3x2")
    linked = [("text", f'<p>See <a linktype="page" id="{other.pk}">this</a>.</p>') for other in others]
    letters = [make_newsletter(name, host=authors[1]) for name in ("The Morning Tide", "Sunday Harbour")]
    blocks = every_block(picture, story=others[0], newsletter=letters[1]) * 2
    story = make_story(
        "Everything",
        authors=authors,
        topics=[make_topic(name) for name in ("Ferries", "Tides", "Council")],
        lead_picture=_picture("Lead", "3x2", "sharing"),
        body=[*blocks, *linked],
        corrections=[Correction(text="<p>One.</p>", placement="top"), Correction(text="<p>Two.</p>")],
    )
    make_production(story)
    _compose(paper, others)
    for other in others:
        make_item(other.title, story=other, section=other.section, body="It is so.", urgency="breaking")
    return story


def _picture(title: str, *shapes: str) -> Any:
    picture = make_picture(title)
    prepare(picture, *shapes)
    return picture


def _compose(paper: Paper, stories: list[Story]) -> None:
    front = FrontPage.objects.get(pk=paper.front.pk)
    front.lead = stories[0]
    front.seconds = [SecondaryStory(story=story) for story in stories[1:4]]
    sections = [make_section(), make_section("Ferries", parent=make_section()), make_section("Council")]
    front.strips = [SectionStrip(section=section, size=4) for section in sections]
    front.picks = [EditorsPick(story=story) for story in stories]
    front.save_revision().publish()


BUDGETS = {
    "/": FRONT_PAGE,
    "/harbour/everything/": STORY,
    "/harbour/": LIST,
    "/author/ada-quill/": LIST,
    "/topic/ferries/": LIST,
    "/corrections/": LIST,
    "/wire/": LIST,
}


def test_a_page_costs_the_same_whatever_the_size_of_the_archive(rich: Story) -> None:
    grow(rich.section, 20)
    for address in BUDGETS:
        cost(address)  # a process's first answer also looks up the content types of pages
    small = {address: cost(address) for address in BUDGETS}
    grow(rich.section, 500)
    assert {address: cost(address) for address in BUDGETS} == small
    assert {address: queries for address, queries in small.items() if queries > BUDGETS[address]} == {}
