"""Machines file items."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.wire.models import WireEvent, WireItem
from tests.factories import make_item, make_section, make_story, make_topic
from tests.wire.api.bots import Bot, errors_of

pytestmark = pytest.mark.django_db


def test_an_item_is_filed(bot: Bot):
    response = bot.file()
    item = WireItem.objects.get()
    assert response.status_code == 201
    assert response["Location"].endswith(f"/api/wire/items/{item.pk}")
    assert response["Cache-Control"] == "no-store"
    assert (item.state, item.filed_by) == ("live", bot.user)
    assert response.json() == bot.get(f"/{item.pk}").json()
    assert (response.json()["headline"], response.json()["state"]) == ("Ferry to Hesk cancelled", "live")


def test_an_item_is_filed_with_all_that_it_may_have(paper, bot: Bot):
    make_section("Harbour"), make_topic("Ferries")
    story = make_story()
    said = bot.file(
        body="Gale.\n\nNo sailings.", section="harbour", topics=["ferries"], story=story.pk, sources="harbour master",
        posted_at="2026-11-23T14:05:00+02:00", urgency="notable", key=True,
    ).json()  # fmt: skip
    assert said["body"] == "<p>Gale.</p><p>No sailings.</p>"
    assert (said["section"], said["topics"], said["story"]) == ("harbour", ["ferries"], story.pk)
    assert (said["sources"], said["urgency"], said["key"]) == ("harbour master", "notable", True)
    assert WireItem.objects.get().posted_at.isoformat() == "2026-11-23T12:05:00+00:00"


@pytest.mark.parametrize("address", ["{path}", "https://paper.example{path}", "{path}?utm_source=bot#top"])
def test_a_story_is_named_by_its_address(address: str, paper, bot: Bot):
    story = make_story()
    assert bot.file(story=address.format(path=story.url)).json()["story"] == story.pk


def test_breaking_news_puts_the_banner_up(bot: Bot):
    said = bot.file(urgency="breaking").json()
    assert said["breaking_until"]
    assert list(WireEvent.objects.values_list("kind", flat=True)) == ["posted", "banner"]


def test_a_draft_is_for_those_who_may_change_it(bot: Bot, ada: User):
    said = bot.file(draft=True).json()
    assert (said["state"], said["url"], WireEvent.objects.count()) == ("draft", None, 0)
    assert bot.get(f"/{said['id']}").status_code == 200
    assert Bot(ada).get(f"/{said['id']}").status_code == 404
    assert bot.get().json() == {"items": []}


def test_the_newest_are_read_or_those_after_one(bot: Bot):
    first, second, third = (bot.file(f"Item {n}").json()["id"] for n in range(3))
    assert [item["id"] for item in bot.get().json()["items"]] == [third, second, first]
    assert [item["id"] for item in bot.get(f"?after={first}").json()["items"]] == [second, third]
    assert bot.get("?after=9223372036854775807").json() == {"items": []}


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"headline": "x" * 201}, "headline", "At most 200"),
        ({"headline": " "}, "headline", "Write a headline"),
        ({"headline": 7}, "headline", "must be text"),
        ({"headline": None}, "headline", "must be text"),
        ({"body": "<script>alert(1)</script>"}, "body", "take “<script>” out"),
        ({"body": "<p onclick=x>Gale</p>"}, "body", "scripts"),
        ({"body": '<a href="javascript:x">Gale</a>'}, "body", "A link leads"),
        ({"body": "x" * 10_001}, "body", "At most 10,000"),
        ({"posted_at": "2030-01-01T00:00:00Z"}, "posted_at", "lies ahead"),
        ({"posted_at": "0001-01-01T00:00:00+14:00"}, "posted_at", "too long ago"),
        ({"posted_at": "yesterday"}, "posted_at", "Give a time"),
        ({"posted_at": "2026-13-45T00:00:00"}, "posted_at", "Give a time"),
        ({"posted_at": 1764000000}, "posted_at", "must be text"),
        ({"section": "nowhere"}, "section", "no section “nowhere”"),
        ({"topics": ["nothing", "a"]}, "topics", "no topic “nothing”, “a”"),
        ({"topics": "ferries"}, "topics", "list of slugs"),
        ({"topics": [str(n) for n in range(21)]}, "topics", "At most 20"),
        ({"story": 10**30}, "story", "no story"),
        ({"story": "http://["}, "story", "no story"),
        ({"story": True}, "story", "number or text"),
        ({"urgency": "panic"}, "urgency", "one of routine"),
        ({"key": "yes"}, "key", "true or false"),
        ({"headlines": "Ferry"}, "headlines", "no such field"),
        ({"state": "live"}, "state", "no such field"),
    ],
)
def test_what_cannot_be_filed_is_said_by_field(fields: dict[str, Any], name: str, words: str, bot: Bot):
    response = bot.file(**fields)
    assert response.status_code == 422
    assert words in errors_of(response)[name][0]
    assert words in response.json()["detail"]
    assert (WireItem.objects.count(), WireEvent.objects.count()) == (0, 0)


def test_all_that_cannot_be_found_is_said_at_once(bot: Bot):
    assert set(errors_of(bot.file(section="nowhere", topics=["nothing"], story=1))) == {
        "section",
        "topics",
        "story",
    }


def test_a_list_costs_the_same_whatever_stands_in_it(paper, bot: Bot, django_assert_max_num_queries):
    topics = [make_topic("Ferries"), make_topic("Gales")]
    section = make_section()
    for n in range(4):
        make_item(f"Item {n}", by=bot.user, topics=topics, section=section)
    with django_assert_max_num_queries(5):
        said = bot.get().json()["items"]
    assert said[0]["topics"] == ["ferries", "gales"]


@given(headline=st.text(max_size=210), body=st.text(max_size=60))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_filed_is_filed_or_refused_in_words(headline: str, body: str, bot: Bot):
    response = bot.file(headline, body=body)
    assert response.status_code in (201, 400, 422)
    assert response.status_code == 201 or response.json()["detail"]
