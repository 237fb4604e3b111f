"""What search engines and feed readers are told of a story's audio."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from broadsheet.narration.listening import NOTICE, listening_for, sources_of
from broadsheet.narration.models import Production
from broadsheet.narration.syndicated import RECORDED, SYNTHETIC
from broadsheet.news.models import Story
from tests.factories import Paper, make_production, make_story
from tests.syndication.reading import NAMESPACES, read_feed, texts
from tests.syndication.test_structured_data import data_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]
SITE = "http://127.0.0.1:8000"
GROUP = "item/media:group"


def audio_of(story: Story) -> dict[str, Any]:
    """The story's `AudioObject`."""
    audio: dict[str, Any] = data_of(story.url)["NewsArticle"]["audio"]
    return audio


def test_an_article_says_everything_about_its_audio(paper: Paper) -> None:
    story = make_story("Ferry <returns>", language="en")
    made = make_production(story, seconds=1.6)
    audio = audio_of(story)
    article = data_of(story.url)["NewsArticle"]
    assert audio["@type"] == "AudioObject"
    assert audio["name"] == "Ferry <returns>"
    assert audio["contentUrl"] == f"{SITE}/media/{made._m4a}"
    assert (audio["encodingFormat"], audio["contentSize"]) == ("audio/mp4", str(made._m4a_bytes))
    assert audio["encoding"][0]["contentUrl"] == f"{SITE}/media/{made._opus}"
    assert audio["caption"]["contentUrl"] == f"{SITE}/media/{made._captions}"
    assert (audio["duration"], audio["inLanguage"], audio["accessMode"]) == ("PT2S", "en", "auditory")
    assert audio["uploadDate"][:19] == made.made_at.isoformat()[:19]
    assert audio["productionCompany"]["@id"] == article["publisher"]["@id"]
    assert audio["encodesCreativeWork"]["@id"] == article["@id"]


def test_synthetic_audio_is_said_to_be_synthetic(paper: Paper, story: Story) -> None:
    make_production(story)
    audio = audio_of(story)
    assert (
        audio["digitalSourceType"] == SYNTHETIC == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    )
    assert (audio["description"], audio["creditText"]) == (NOTICE, "Memory, tones")


def test_what_a_person_recorded_is_said_to_be_recorded(paper: Paper, story: Story) -> None:
    make_production(story, origin=Production.Origin.HUMAN)
    audio = audio_of(story)
    assert audio["digitalSourceType"] == RECORDED
    assert {"description", "creditText", "caption"} & set(audio) == set()


def test_an_article_without_audio_says_nothing_of_it(paper: Paper, story: Story) -> None:
    assert "audio" not in data_of(story.url)["NewsArticle"]


def test_an_item_of_a_feed_has_the_audio_beside_the_picture(paper: Paper, story: Story) -> None:
    make_production(story, seconds=1.6)
    feed = read_feed("/feed.xml")
    first, second = feed.findall(f"{GROUP}/media:content", NAMESPACES)
    m4a, opus = reversed(sources_of(listening_for(story)))
    assert dict(first.items()) == {
        "url": f"{SITE}{m4a.url}",
        "type": "audio/mp4",
        "fileSize": str(m4a.bytes),
        "medium": "audio",
        "duration": "2",
        "lang": "en",
        "isDefault": "true",
    }
    assert (second.get("url"), second.get("isDefault")) == (f"{SITE}{opus.url}", "false")
    assert texts(feed, f"{GROUP}/media:description") == [NOTICE]
    assert feed.findall("item/enclosure") == []


def test_an_item_does_not_say_notice_of_a_persons_voice(paper: Paper, story: Story) -> None:
    make_production(story, origin=Production.Origin.HUMAN)
    feed = read_feed("/feed.xml")
    assert len(feed.findall(GROUP, NAMESPACES)) == 1
    assert texts(feed, f"{GROUP}/media:description") == []


def test_a_story_without_audio_has_none_in_a_feed(paper: Paper, story: Story) -> None:
    assert read_feed("/feed.xml").findall(GROUP, NAMESPACES) == []


def test_what_can_be_heard_of_a_feed_is_one_question(paper: Paper, django_assert_num_queries: Any) -> None:
    stories = [make_story(f"Story {number}") for number in range(3)]
    for story in stories[:2]:
        make_production(story)
    Client().get("/feed.xml")
    with django_assert_num_queries(1):
        assert listening_for(stories[0]) is listening_for(stories[0])
    assert len(read_feed("/feed.xml").findall(GROUP, NAMESPACES)) == 2
