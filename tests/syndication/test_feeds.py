"""The paper as RSS."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Correction, Story
from tests.factories import (
    Paper,
    make_author,
    make_picture,
    make_section,
    make_story,
    make_topic,
    related_card,
)
from tests.syndication.reading import NAMESPACES, read_feed, read_xml, texts

pytestmark = pytest.mark.django_db


def test_an_empty_paper_has_a_valid_feed(paper: Paper) -> None:
    channel = read_feed("/feed.xml")
    assert channel.findtext("title") == "The Harbour Ledger"
    assert channel.findtext("language") == "en-gb"
    assert channel.findall("item") == []


def test_a_story_comes_with_its_text_authors_section_and_topics(paper: Paper) -> None:
    authors = [make_author("Ada Quill"), make_author("Ben Roe")]
    story = make_story(
        "Ferry returns", authors=authors, topics=[make_topic("Ferries")], standfirst="It is back."
    )
    item = read_feed("/feed.xml").find("item")
    assert item.findtext("title") == "Ferry returns"
    assert item.findtext("link").endswith(story.url)
    assert item.findtext("description") == "It is back."
    assert texts(item, "dc:creator") == ["Ada Quill", "Ben Roe"]
    assert texts(item, "category") == ["Harbour", "Ferries"]
    assert "<p>The ferry came back on Tuesday.</p>" in item.findtext("content:encoded", namespaces=NAMESPACES)


def test_a_story_that_moves_keeps_its_id(paper: Paper) -> None:
    story = make_story("Ferry returns")
    before = read_feed("/feed.xml").find("item/guid").text
    story.slug = "another-address"
    story.save_revision().publish()
    after = read_feed("/feed.xml").find("item")
    assert after.find("guid").text == before
    assert after.find("guid").get("isPermaLink") == "false"
    assert "another-address" in after.findtext("link")


def test_the_lead_picture_comes_with_its_length_and_credit(paper: Paper) -> None:
    picture = make_picture(credit="Ada Quill / Ledger", size=(1300, 700))
    make_story("Ferry returns", lead_picture=picture)
    item = read_feed("/feed.xml").find("item")
    media = item.find("media:content", NAMESPACES)
    body = Client().get(media.get("url").replace("http://127.0.0.1:8000", ""))
    assert (media.get("width"), media.get("height"), media.get("type")) == ("1200", "630", "image/jpeg")
    assert media.get("fileSize") == item.find("enclosure").get("length")
    assert texts(item, "media:content/media:credit") == ["Ada Quill / Ledger"]
    assert texts(item, "media:content/media:description") == ["The west mole at low water"]
    assert body is not None


def test_pictures_in_the_text_are_plain_and_links_are_whole(paper: Paper) -> None:
    target = make_story("The other story")
    picture = {"picture": make_picture().pk, "alt": "A crane", "caption": "The crane"}
    embed = {"url": "https://video.test/1", "title": "The launch", "provider": "Video"}
    link = f'<p><a linktype="page" id="{target.pk}">other</a></p>'
    body = [("text", link), ("picture", picture), ("embed", embed), related_card(target)]
    make_story("Ferry returns", body=body, published_at=timezone.now() + timedelta(seconds=5))
    text = read_feed("/feed.xml").find("item").findtext("content:encoded", namespaces=NAMESPACES)
    assert f'href="http://127.0.0.1:8000{target.url}"' in text
    assert 'alt="A crane"' in text
    assert 'src="http://127.0.0.1:8000/media/' in text
    assert "<figcaption>The crane</figcaption>" in text
    assert '<a href="https://video.test/1">The launch</a>' in text
    assert "Related story:" in text
    assert "srcset" not in text
    assert 'href="/' not in text


def test_scripts_in_an_old_archives_markup_do_not_get_out(paper: Paper) -> None:
    make_story("Old", body=[("html", "<p onclick='x()'>Old words<script>alert(1)</script></p>")])
    text = read_feed("/feed.xml").find("item").findtext("content:encoded", namespaces=NAMESPACES)
    assert "Old words" in text
    assert "script" not in text
    assert "onclick" not in text


def test_a_correction_stands_in_the_text_and_dates_the_feed(paper: Paper) -> None:
    story = make_story("Ferry returns", published_at=timezone.now() - timedelta(days=9))
    before = Client().get("/feed.xml")
    Correction.objects.create(story=story, text="<p>It was <b>Monday</b>.</p>", placement="top")
    after = Client().get("/feed.xml", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["Last-Modified"] != before["Last-Modified"]
    text = read_feed("/feed.xml").find("item").findtext("content:encoded", namespaces=NAMESPACES)
    assert "Correction," in text
    assert "<p>It was <b>Monday</b>.</p>" in text


@pytest.mark.parametrize(
    "headline", ["a ]]> b", "</script><b>", "bell \x07 and \x1f and \x0b", "\ufffe & <x>"]
)
def test_a_hostile_headline_breaks_no_feed(paper: Paper, headline: str) -> None:
    story = make_story("Ferry returns")
    Story.objects.filter(pk=story.pk).update(title=headline, standfirst=headline)
    shown = read_feed("/feed.xml").find("item").findtext("title")
    assert shown == "".join(sign for sign in headline if sign not in "\x07\x1f\x0b\ufffe")
    read_xml("/news-sitemap.xml")


def test_drafts_and_private_stories_are_in_no_feed(paper: Paper, draft: Story) -> None:
    private = make_story("For members", section=make_section("Members"))
    PageViewRestriction.objects.create(page=private.get_parent(), restriction_type="login")
    assert read_feed("/feed.xml").findall("item") == []
    assert Client().get("/members/feed.xml").status_code == 404


def test_a_section_feed_has_the_stories_of_the_sections_inside_it(paper: Paper) -> None:
    harbour = make_section("Harbour")
    make_story("In the ferries section", section=make_section("Ferries", parent=harbour))
    make_story("In the council section", section=make_section("Council"))
    assert texts(read_feed("/harbour/feed.xml"), "item/title") == ["In the ferries section"]
    assert texts(read_feed("/harbour/ferries/feed.xml"), "item/title") == ["In the ferries section"]
    assert Client().get("/nowhere/feed.xml").status_code == 404


def test_an_author_has_a_feed_of_their_own(paper: Paper) -> None:
    make_story("By Ada", authors=[make_author("Ada Quill")])
    make_story("By nobody")
    assert texts(read_feed("/author/ada-quill/feed.xml"), "item/title") == ["By Ada"]
    assert Client().get("/author/nobody/feed.xml").status_code == 404


def test_who_has_the_feed_already_gets_no_body(paper: Paper, story: Story) -> None:
    first = Client().get("/feed.xml")
    assert Client().get("/feed.xml")["ETag"] == first["ETag"]
    by_tag = Client().get("/feed.xml", headers={"If-None-Match": first["ETag"]})
    by_date = Client().get("/feed.xml", headers={"If-Modified-Since": first["Last-Modified"]})
    assert [(r.status_code, r.content) for r in (by_tag, by_date)] == [(304, b""), (304, b"")]


def test_addresses_are_the_papers_whatever_the_request_says(paper: Paper, story: Story, settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    response = Client().get("/feed.xml", headers={"Host": "evil.test", "X-Forwarded-Host": "evil.test"})
    assert b"evil.test" not in response.content


def test_a_feed_holds_thirty_stories_in_few_queries(paper: Paper, django_assert_max_num_queries) -> None:
    for number in range(32):
        make_story(f"Story {number}", topics=[make_topic(f"T{number}")], published_at=timezone.now())
    Client().get("/feed.xml")
    with django_assert_max_num_queries(15):
        assert len(read_feed("/feed.xml").findall("item")) == 30
