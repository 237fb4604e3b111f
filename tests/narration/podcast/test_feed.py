"""Narrated stories as a podcast."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.narration.listening import NOTICE
from broadsheet.narration.models import Narration, Podcast, Production
from broadsheet.narration.podcast.show import guid_of
from broadsheet.news.models import Story
from tests.factories import (
    Paper,
    grow,
    make_author,
    make_picture,
    make_production,
    make_section,
    make_story,
    make_topic,
)
from tests.narration.podcast.rules.rule import Element, Feed
from tests.narration.podcast.validator import broken_rules, feed_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]
SITE = "http://127.0.0.1:8000"
_lengths = count(1)


def read(address: str = "/podcast.xml") -> Feed:
    """The feed, which breaks no rule; its files are those in the storage."""
    answer = Client().get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert broken_rules(answer.content, file_at) == set()
    return feed_of(answer.content)


def file_at(address: str) -> bytes:
    """What the server would hand out from the folders that readers may have."""
    prefix = f"{SITE}/media/"
    assert address.startswith((f"{prefix}audio/", f"{prefix}images/"))
    with default_storage.open(address.removeprefix(prefix)) as file:
        return bytes(file.read())


def narrated(headline: str = "Ferry returns", **fields: Any) -> Story:
    """A story that can be listened to; no two sound the same."""
    story = make_story(headline, **fields)
    make_production(story, seconds=next(_lengths) / 10)
    return story


def titles(feed: Feed) -> list[str]:
    return [episode.words("title") for episode in feed.episodes]


def only(feed: Feed) -> Element:
    (episode,) = feed.episodes
    return episode


def test_a_paper_without_audio_has_an_empty_podcast(paper: Paper, story: Story) -> None:
    feed = read()
    assert (titles(feed), feed.show.words("title")) == ([], "The Harbour Ledger")


def test_an_episode_is_the_story_with_its_notice(paper: Paper) -> None:
    authors = [make_author("Ada Quill"), make_author("Ben Roe")]
    story = narrated(authors=authors, topics=[make_topic("Ferries")], standfirst="It is back.", language="en")
    episode = only(read())
    assert episode.words("title") == "Ferry returns"
    assert episode.words("link") == f"{SITE}{story.url}"
    assert episode.words("guid") == f"urn:uuid:{story.translation_key}"
    assert [found.words() for found in episode.all("category")] == ["Harbour", "Ferries"]
    assert [found.words() for found in episode.all("podcast:person")] == ["Ada Quill", "Ben Roe"]
    assert episode.words("itunes:author") == "Ada Quill, Ben Roe"
    for part in ("description", "itunes:summary", "content:encoded"):
        assert "It is back." in episode.words(part)
        assert f"{NOTICE}. Voice: Memory, tones." in episode.words(part)


def test_what_a_person_recorded_comes_without_the_notice(paper: Paper) -> None:
    make_production(make_story(), origin=Production.Origin.HUMAN)
    episode = only(read())
    assert NOTICE not in episode.words("description") + episode.words("content:encoded")
    assert episode.all("podcast:transcript") == []


def test_an_editors_approval_is_told(paper: Paper) -> None:
    make_production(make_story(), approved_at=timezone.now())
    assert "An editor listened to it." in only(read()).words("description")


def test_audio_that_is_made_anew_is_no_new_episode(paper: Paper) -> None:
    story = narrated()
    before = only(read())
    make_production(story, seconds=1.5)
    after = only(read())
    assert before.words("guid") == after.words("guid")
    assert before.one("enclosure").get("url") != after.one("enclosure").get("url")


def test_the_newest_come_first_up_to_a_hundred(
    paper: Paper, story: Story, django_assert_max_num_queries: Any
) -> None:
    grow(story.section, 110)
    made = make_production(story)
    stories = list(Story.objects.live().exclude(pk=story.pk))
    Production.objects.bulk_create(_copy(made, other) for other in stories)
    Narration.objects.bulk_create(
        Narration(story_id=production.story_id, production=production)
        for production in Production.objects.exclude(pk=made.pk)
    )
    Client().get("/podcast.xml")
    with django_assert_max_num_queries(11):
        feed = feed_of(Client().get("/podcast.xml").content)
    newest = Story.objects.live().order_by("-published_at", "-pk")[:100]
    assert titles(feed) == [other.headline for other in newest]


def _copy(made: Production, story: Story) -> Production:
    values = {field.attname: getattr(made, field.attname) for field in Production._meta.concrete_fields}
    return Production(**values | {"id": None, "story_id": story.pk, "fingerprint": uuid4().hex})


def test_what_not_everybody_may_hear_is_not_there(paper: Paper) -> None:
    for_members = narrated("For members", section=make_section("Members"))
    PageViewRestriction.objects.create(page=for_members.get_parent(), restriction_type="login")
    narrated("Taken down").unpublish()
    not_wanted = narrated("Not wanted")
    Narration.objects.filter(story=not_wanted).update(is_wanted=False)
    make_story("Not voiced")
    assert titles(read()) == []
    assert Client().get("/members/podcast.xml").status_code == 404


def test_a_section_has_a_podcast_of_its_own(paper: Paper) -> None:
    harbour = make_section("Harbour")
    narrated("In the ferries section", section=make_section("Ferries", parent=harbour))
    narrated("In the council section", section=make_section("Council"))
    feed = read("/harbour/podcast.xml")
    assert titles(feed) == ["In the ferries section"]
    assert feed.show.words("title") == "The Harbour Ledger: Harbour"
    assert feed.show.words("link") == f"{SITE}/harbour/"
    assert titles(read("/harbour/ferries/podcast.xml")) == ["In the ferries section"]
    assert feed.show.words("podcast:guid") != read().show.words("podcast:guid")


@pytest.mark.parametrize("address", ["/nowhere/podcast.xml", "/wire/podcast.xml", "/a/b/c/podcast.xml"])
def test_where_no_section_is_there_is_no_podcast(paper: Paper, address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("headline", ["a ]]> b", "</title><b>&amp;", "bell \x07 \x1f", "\ufffe & <x> \x0b"])
def test_a_hostile_headline_breaks_no_feed(paper: Paper, headline: str) -> None:
    story = narrated(authors=[make_author("]]> <b>Ada</b> & \x0b")])
    Story.objects.filter(pk=story.pk).update(title=headline, standfirst=headline)
    shown = only(read()).words("title")
    assert shown == " ".join(headline.translate(dict.fromkeys(map(ord, "\x07\x1f\x0b\ufffe"))).split())


def test_a_story_without_authors_names_nobody(paper: Paper) -> None:
    narrated()
    episode = only(read())
    assert episode.all("podcast:person") == episode.all("itunes:author") == []


def test_the_guid_is_made_from_the_address_as_the_specification_says(
    paper: Paper, settings: LazySettings
) -> None:
    # The first is the specification's own example.
    assert str(guid_of("https://podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    settings.PUBLIC_URL = "https://ledger.test"
    https = feed_of(Client().get("/podcast.xml").content).show.words("podcast:guid")
    settings.PUBLIC_URL = "http://ledger.test"
    assert feed_of(Client().get("/podcast.xml").content).show.words("podcast:guid") == https


def test_the_newsroom_says_how_directories_show_it(paper: Paper) -> None:
    paper.newsroom.contact_email = "desk@ledger.test"
    paper.newsroom.save()
    guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    Podcast.objects.create(
        site=paper.site,
        title="The Ledger aloud",
        description="Every story, read to you.",
        category="Society & Culture/Documentary",
        picture=make_picture("Cover", size=(1500, 1450)),
        is_explicit=True,
        guid=guid,
    )
    show = read().show
    assert show.words("title") == show.words("itunes:title") == "The Ledger aloud"
    assert show.words("description") == "Every story, read to you."
    assert show.words("itunes:owner/itunes:email") == "desk@ledger.test"
    assert show.one("podcast:locked").get("owner") == "desk@ledger.test"
    assert show.one("itunes:category").get("text") == "Society & Culture"
    assert show.one("itunes:category/itunes:category").get("text") == "Documentary"
    assert (show.words("itunes:explicit"), show.words("podcast:guid")) == ("true", guid)
    assert show.one("itunes:image").get("href").endswith(".jpg")


def test_without_an_address_nobody_is_told_one(paper: Paper) -> None:
    show = read().show
    assert show.all("itunes:owner/itunes:email") == []
    assert show.one("podcast:locked").get("owner") == ""


def test_looking_writes_nothing(paper: Paper) -> None:
    read()
    assert not Podcast.objects.exists()


def test_who_has_it_already_gets_no_body(paper: Paper) -> None:
    story = narrated()
    tag = Client().get("/podcast.xml")["ETag"]
    again = Client().get("/podcast.xml", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    story.unpublish()
    later = timezone.now() + timedelta(days=1)
    by_date = {"If-Modified-Since": later.strftime("%a, %d %b %Y %H:%M:%S GMT")}
    assert Client().get("/podcast.xml", headers={"If-None-Match": tag}).status_code == 200
    assert Client().get("/podcast.xml", headers=by_date).status_code == 200


def test_it_is_looked_at_and_nothing_else(paper: Paper) -> None:
    assert Client().head("/podcast.xml").status_code == 200
    assert Client().post("/podcast.xml").status_code == 405


def test_readers_and_programs_find_it(paper: Paper, story: Story) -> None:
    front, section = (Client().get(address).content.decode() for address in ("/", story.section.url))
    assert 'title="The Harbour Ledger (podcast)"' in front
    assert '<a href="/podcast.xml">Podcast</a>' in front
    assert 'href="/harbour/podcast.xml"' in section
