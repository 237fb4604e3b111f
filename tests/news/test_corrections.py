"""What the paper got wrong stands where readers see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Correction, Story
from tests.factories import make_story

pytestmark = pytest.mark.usefixtures("unindexed")


def correct(story: Story, words: str, *, placement: str = "foot", days_ago: int = 0) -> None:
    fresh = Story.objects.get(pk=story.pk)
    issued = timezone.now() - timedelta(days=days_ago)
    fresh.corrections.add(Correction(text=f"<p>{words}</p>", placement=placement, issued_at=issued))
    fresh.save_revision().publish()


def test_a_correction_stands_where_the_editor_puts_it(cleo: Client, story: Story) -> None:
    correct(story, "Over the text.", placement="top")
    correct(story, "Under the text.", placement="foot")
    _, _, page = cleo.get(story.url).content.decode().partition("<article")
    assert page.index("Over the text.") < page.index("The ferry came back") < page.index("Under the text.")


def test_a_correction_shows_its_date(cleo: Client, story: Story) -> None:
    correct(story, "It was Monday.")
    shown = BeautifulSoup(cleo.get(story.url).content, "html.parser").select_one(".correction time")
    assert shown is not None
    assert str(shown["datetime"]).startswith(f"{timezone.now():%Y-%m-%d}")


def test_a_correction_that_was_not_published_is_not_shown(cleo: Client, story: Story) -> None:
    fresh = story.get_latest_revision_as_object()
    fresh.corrections = [Correction(text="<p>It was Monday.</p>")]
    fresh.save_revision()
    for address in (story.url, "/corrections/"):
        assert "It was Monday." not in cleo.get(address).content.decode()


def test_all_corrections_are_listed_the_newest_first(cleo: Client, story: Story) -> None:
    other = make_story("Council votes")
    correct(story, "Older.", days_ago=2)
    correct(other, "Newer.", days_ago=1)
    page = cleo.get("/corrections/").content.decode()
    assert page.index("Newer.") < page.index("Older.")
    assert f'href="{story.url}"' in page


@pytest.mark.parametrize("how", ["unpublished", "private"])
def test_a_correction_of_what_readers_may_not_read_is_not_listed(
    cleo: Client, story: Story, how: str
) -> None:
    correct(story, "It was Monday.")
    if how == "private":
        PageViewRestriction.objects.create(page=story, restriction_type="login")
    else:
        Story.objects.get(pk=story.pk).unpublish()
    assert "It was Monday." not in cleo.get("/corrections/").content.decode()


def test_corrections_come_twenty_a_page(cleo: Client, story: Story) -> None:
    Correction.objects.bulk_create(Correction(story=story, text=f"<p>{n}</p>") for n in range(21))
    assert len(cleo.get("/corrections/").context["corrections"]) == 20
    assert len(cleo.get("/corrections/?page=2").context["corrections"]) == 1


def test_a_paper_that_was_never_wrong_says_so(cleo: Client, story: Story) -> None:
    assert "There are no corrections." in cleo.get("/corrections/").content.decode()


def test_a_hostile_correction_is_only_words(cleo: Client, story: Story) -> None:
    correct(story, '<a href="https://port.test/">x</a>')
    page = BeautifulSoup(cleo.get(story.url).content, "html.parser")
    link = page.select_one(".correction a")
    assert link is not None
    assert link["href"] == "https://port.test/"
