"""A story: its dates, its reading time, its words on cards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from broadsheet.news.actions.start_afresh import start_afresh
from broadsheet.news.models import Correction, Story
from tests.factories import Paper, body_of, every_block, make_author, make_item, make_picture, make_story

pytestmark = pytest.mark.usefixtures("unindexed")

# Revisions keep milliseconds.
A_MOMENT = timedelta(milliseconds=1)
LAST_WEEK = (timezone.now() - timedelta(days=7)).replace(microsecond=0)
LANGUAGES = {
    "English": ("ferry ", 660, 3),
    "Ukrainian": ("пором ", 660, 3),
    "Arabic": ("عبّارة ", 660, 3),
    "Chinese": ("渡", 990, 3),
}


def publish(story: Story, **changes: Any) -> Story:
    """Change the story as the desk does and publish it."""
    fresh = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save_revision().publish()
    return Story.objects.get(pk=story.pk)


@pytest.mark.parametrize(("word", "times", "minutes"), LANGUAGES.values(), ids=LANGUAGES)
def test_reading_time_is_computed_in_any_script(paper: Paper, word: str, times: int, minutes: int) -> None:
    assert make_story(body=word * times).reading_minutes == minutes


def test_a_short_story_takes_a_minute(cleo: Client, story: Story) -> None:
    assert story.word_count < 20
    assert "1 min read" in cleo.get(story.url).content.decode()


def test_a_story_without_a_text_takes_a_minute(paper: Paper) -> None:
    assert make_story(body="").reading_minutes == 1


def test_a_slower_paper_reads_longer(paper: Paper, settings: Any) -> None:
    told = make_story(body="ferry " * 660)
    settings.WORDS_PER_MINUTE = 110
    assert told.reading_minutes == 6


@pytest.mark.parametrize(
    "name",
    [
        "pull_quote",
        "picture",
        "gallery",
        "table",
        "embed",
        "divider",
        "related_story",
        "latest_of_series",
    ],
)
def test_what_is_not_read_does_not_count(story: Story, name: str) -> None:
    blocks = [block for block in every_block(make_picture(), story=story) if block[0] == name]
    assert make_story("Under test", body=blocks).word_count == 0


@pytest.mark.parametrize("name", ["text", "heading", "quote", "fact_box", "code", "html", "key_developments"])
def test_what_is_read_counts(story: Story, name: str) -> None:
    every = every_block(make_picture(), story=story, item=make_item())
    blocks = [block for block in every if block[0] == name]
    assert make_story("Under test", body=blocks).word_count > 0


def test_reading_time_follows_the_text(story: Story) -> None:
    assert publish(story, body=body_of("ferry " * 660)).reading_minutes == 3


def test_a_preview_shows_the_reading_time_that_will_be(story: Story) -> None:
    fresh = story.get_latest_revision_as_object()
    fresh.body = body_of("ferry " * 660)
    assert "3 min read" in fresh.make_preview_request().content.decode()


def test_the_excerpt_is_the_standfirst(paper: Paper) -> None:
    assert make_story(standfirst="It is back.").excerpt == "It is back."


def test_without_a_standfirst_the_excerpt_is_cut_from_the_text(paper: Paper) -> None:
    excerpt = make_story(body="The ferry came back. " * 20).excerpt
    assert excerpt.endswith("…")
    assert len(excerpt) <= 200
    assert set(excerpt.rstrip("…").split()) <= {"The", "ferry", "came", "back.", "back"}


def test_the_excerpt_flattens_a_list(paper: Paper) -> None:
    body = [("text", "<p>Key developments on Sept. 17:</p><ul><li>first</li><li>second</li></ul>")]
    assert make_story(body=body).excerpt == "Key developments on Sept. 17: * first * second"


def test_the_excerpt_leaves_captions_and_pull_quotes_out(story: Story) -> None:
    blocks = every_block(make_picture(), story=story, words="aside")
    wanted = ("picture", "gallery", "pull_quote", "embed", "table", "related_story")
    body = [block for block in blocks if block[0] in wanted]
    assert make_story("Under test", body=[*body, ("text", "<p>The text.</p>")]).excerpt == "The text."


def test_a_story_is_dated_when_it_is_first_published(draft: Story) -> None:
    assert draft.published_at is None
    before = timezone.now()
    assert before <= publish(draft).published_at <= timezone.now()


def test_a_story_keeps_its_date_when_it_is_edited(story: Story) -> None:
    assert abs(publish(story, title="Ferry back").published_at - story.published_at) < A_MOMENT


def test_a_story_keeps_its_date_when_an_older_revision_comes_back(draft: Story) -> None:
    first = draft.save_revision()
    published = publish(draft)
    assert first.content["published_at"] is None
    Revision.objects.get(pk=first.pk).publish()
    assert Story.objects.get(pk=draft.pk).published_at == published.published_at


def test_a_story_keeps_its_date_when_it_is_withdrawn_and_comes_back(story: Story) -> None:
    Story.objects.get(pk=story.pk).unpublish()
    assert abs(publish(story).published_at - story.published_at) < A_MOMENT


def test_an_editor_may_date_a_story_back(draft: Story) -> None:
    assert publish(draft, published_at=LAST_WEEK).published_at == LAST_WEEK


def test_a_draft_is_not_dated_by_saving_it(draft: Story) -> None:
    draft.save_revision()
    draft.save()
    assert Story.objects.get(pk=draft.pk).published_at is None


def test_a_scheduled_story_is_dated_when_it_comes_out(
    draft: Story, cleo: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    waiting = Story.objects.get(pk=draft.pk)
    assert (waiting.live, waiting.published_at) == (False, None)
    assert cleo.get(waiting.url).status_code == 404
    later = timezone.now() + timedelta(minutes=61)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled", verbosity=0)
    come = Story.objects.get(pk=draft.pk)
    assert (come.live, come.published_at) == (True, later)


def test_an_update_is_not_shown_unless_it_matters(cleo: Client, story: Story) -> None:
    publish(story, title="Ferry back")
    assert "Updated" not in cleo.get(story.url).content.decode()


def test_a_story_carries_several_authors_in_their_order(cleo: Client, paper: Paper) -> None:
    names = ["Zoe Last", "Ada First", "Mia Middle"]
    told = make_story(authors=[make_author(name) for name in names])
    assert [author.name for author in told.authors] == names
    text = " ".join(cleo.get(told.url).content.decode().split())
    assert text.index(">Zoe Last<") < text.index(">Ada First<") < text.index(">Mia Middle<")


def test_a_story_belongs_to_the_section_it_stands_in(story: Story) -> None:
    assert story.section.title == "Harbour"


@pytest.mark.parametrize("field", ["lead_alt", "lead_caption"])
def test_a_story_may_have_its_own_words_for_a_picture(paper: Paper, field: str) -> None:
    picture = make_picture(alt="The mole", caption="The mole")
    told = make_story(lead_picture=picture, **{field: "Our mole"})
    assert getattr(told, field.removeprefix("lead_")) == "Our mole"
    assert getattr(make_story("Other", lead_picture=picture), field.removeprefix("lead_")) == "The mole"


def test_a_headline_cannot_break_out_of_the_page(cleo: Client, paper: Paper) -> None:
    told = make_story(
        "</title><script>alert(1)</script>", slug="hostile", standfirst='"><script>alert(2)</script>'
    )
    for address in ("/", told.url, "/harbour/"):
        page = cleo.get(address).content.decode()
        assert "<script>alert" not in page


def test_a_copy_that_starts_afresh_is_a_new_story(story: Story) -> None:
    corrections = [Correction(text="<p>It was Monday.</p>")]
    published = publish(story, published_at=LAST_WEEK, updated_at=LAST_WEEK, corrections=corrections)
    copy = published.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    assert start_afresh(copy) == 1
    new = publish(Story.objects.get(pk=copy.pk))
    assert new.published_at > LAST_WEEK + timedelta(days=1)
    assert new.updated_at is None
    assert new.corrections.count() == 0
    assert published.corrections.count() == 1


def test_dates_are_machine_readable_with_their_zone(cleo: Client, story: Story) -> None:
    for found in BeautifulSoup(cleo.get(story.url).content, "html.parser").select("article time"):
        assert datetime.fromisoformat(str(found["datetime"])).tzinfo is not None
