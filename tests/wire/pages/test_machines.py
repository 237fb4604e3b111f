"""The News Feed for machines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from defusedxml import ElementTree
from django.test import Client

from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.models import WireEvent
from broadsheet.wire.payload import item_payload
from broadsheet.wire.views import machines
from tests.factories import make_item, make_section, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed", "paper")]


def asked(cleo: Client, path: str) -> dict[str, Any]:
    answer = cleo.get(path)
    assert answer.status_code == 200
    data: dict[str, Any] = answer.json()
    return data


def test_rss_holds_the_newest_items_with_ids_that_stay(cleo: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machines, "IN_FEED", 2)
    harbour, ferries = make_section(), make_topic("Ferries")
    for number in range(3):
        make_item(f"Boat {number} & crew", section=harbour, topics=[ferries])
    answer = cleo.get("/wire/feed.xml")
    assert answer["Content-Type"].startswith("application/rss+xml")
    items = ElementTree.fromstring(answer.content).findall("channel/item")
    assert [item.findtext("title") for item in items] == ["Boat 2 & crew", "Boat 1 & crew"]
    guid = items[0].find("guid")
    assert guid.text.startswith("urn:")
    assert guid.get("isPermaLink") == "false"
    assert [category.text for category in items[0].findall("category")] == ["Harbour", "Ferries"]


def test_feeds_tell_of_corrections_and_retractions_without_the_words_that_are_gone(cleo: Client) -> None:
    correct_item(make_item("Two boats are in"), note="There were two, not three.")
    retract_item(make_item("Mayor resigns"), reason="She has not.")
    rss = cleo.get("/wire/feed.xml").content.decode()
    retracted, corrected = asked(cleo, "/wire/feed.json")["items"]
    assert "Mayor resigns" not in rss + json.dumps(retracted)
    assert retracted["title"].startswith("Retracted")
    assert "She has not." in retracted["content_html"]
    assert corrected["title"] == "Corrected: Two boats are in"
    assert "There were two, not three." in corrected["content_html"]
    assert corrected["date_modified"] >= corrected["date_published"]
    assert "She has not." in rss


def test_the_json_feed_is_one(cleo: Client) -> None:
    item = make_item(body='<p>See <a href="/harbour/">more</a>.</p>')
    feed = asked(cleo, "/wire/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"].endswith("/wire/feed.json")
    assert feed["items"][0]["url"].endswith(item.get_absolute_url())
    assert 'href="http' in feed["items"][0]["content_html"]


def test_a_feed_without_items_is_a_feed(cleo: Client) -> None:
    assert asked(cleo, "/wire/feed.json")["items"] == []
    assert ElementTree.fromstring(cleo.get("/wire/feed.xml").content).findall("channel/item") == []


def test_the_newest_items_are_told_as_the_stream_tells_them(cleo: Client) -> None:
    make_item("A boat is in")
    breaking = make_item("Port closed", urgency="breaking")
    make_item("Not yet", as_draft=True)
    data = asked(cleo, "/wire/latest.json")
    assert data["last"] == WireEvent.objects.last_id()
    assert [item["headline"] for item in data["items"]] == ["Port closed", "A boat is in"]
    assert data["items"][0] == item_payload(breaking)
    assert data["banner"]["id"] == breaking.pk


def test_who_has_the_newest_is_not_sent_it_again(cleo: Client) -> None:
    make_item()
    for path in ("/wire/latest.json", "/wire/feed.xml", "/wire/feed.json"):
        etag = cleo.get(path)["ETag"]
        assert cleo.get(path, headers={"If-None-Match": etag}).status_code == 304
        make_item("Another boat")
        assert cleo.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_nothing_can_be_sent_to_these_addresses(cleo: Client) -> None:
    item = make_item()
    for path in ("/wire/", "/wire/key/", "/wire/latest.json", "/wire/feed.xml", item.get_absolute_url()):
        assert cleo.post(path).status_code == 405
