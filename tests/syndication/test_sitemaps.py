"""What search engines are told to look at."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Correction, Story
from broadsheet.pages.models import InformationPage
from broadsheet.syndication.sitemaps import views
from tests.factories import Paper, make_author, make_section, make_story, make_topic
from tests.syndication.reading import read_xml, texts

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def addresses() -> list[str]:
    """Every address that the sitemaps name."""
    return [
        place
        for sitemap in texts(read_xml("/sitemap.xml"), "map:sitemap/map:loc")
        for place in texts(read_xml(sitemap.removeprefix(SITE)), "map:url/map:loc")
    ]


def test_every_kind_of_public_page_is_in_the_sitemap(paper: Paper) -> None:
    story = make_story("Ferry returns", authors=[make_author("Ada Quill")], topics=[make_topic("Ferries")])
    paper.front.refresh_from_db()
    paper.front.add_child(instance=InformationPage(title="About", slug="about"))
    expected = ["/", "/harbour/", story.url, "/about/", "/author/ada-quill/", "/topic/ferries/"]
    assert sorted(addresses()) == sorted(f"{SITE}{place}" for place in expected)


def test_what_readers_cannot_open_is_not_in_the_sitemap(paper: Paper, draft: Story) -> None:
    private = make_story("For members", authors=[make_author("Ben Roe")], section=make_section("Members"))
    PageViewRestriction.objects.create(page=private.get_parent(), restriction_type="login")
    make_story("From elsewhere", canonical_url="https://elsewhere.test/story")
    assert addresses() == [f"{SITE}/", f"{SITE}/harbour/"]


def test_an_empty_paper_has_a_sitemap_of_its_front_page(paper: Paper) -> None:
    assert Client().get("/sitemap-stories-1.xml").status_code == 404
    assert Client().get("/sitemap-cats-1.xml").status_code == 404
    assert Client().get("/sitemap-stories-²¹.xml").status_code == 404


def test_a_story_changed_when_it_was_last_corrected(paper: Paper) -> None:
    story = make_story("Ferry returns", published_at=timezone.now() - timedelta(days=9))
    issued = timezone.now().replace(microsecond=0)
    Correction.objects.create(story=story, text="<p>x</p>", issued_at=issued)
    changed = texts(read_xml("/sitemap-stories-1.xml"), "map:url/map:lastmod")
    assert [datetime.fromisoformat(time) for time in changed] == [issued]


def test_a_big_archive_is_cut_into_files(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "LONGEST", 2)
    stories = [make_story(f"Story {number}") for number in range(3)]
    assert {f"{SITE}{story.url}" for story in stories} <= set(addresses())
    assert len(texts(read_xml("/sitemap-stories-1.xml"), "map:url")) == 2
    assert len(texts(read_xml("/sitemap-stories-2.xml"), "map:url")) == 1


def test_the_news_sitemap_has_the_last_two_days(paper: Paper) -> None:
    new = make_story("New", published_at=timezone.now() - timedelta(hours=47), language="uk")
    make_story("Old", published_at=timezone.now() - timedelta(hours=49))
    root = read_xml("/news-sitemap.xml")
    assert texts(root, "map:url/map:loc") == [f"{SITE}{new.url}"]
    item = "map:url/news:news/"
    assert texts(root, f"{item}news:title") == ["New"]
    assert texts(root, f"{item}news:publication/news:name") == ["The Harbour Ledger"]
    assert texts(root, f"{item}news:publication/news:language") == ["uk"]
    assert datetime.fromisoformat(texts(root, f"{item}news:publication_date")[0]).tzinfo


def test_an_empty_news_sitemap_is_valid(paper: Paper) -> None:
    assert len(read_xml("/news-sitemap.xml")) == 0


def test_a_sitemap_is_not_sent_twice(paper: Paper) -> None:
    tag = Client().get("/sitemap.xml")["ETag"]
    assert Client().get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 304


def test_robots_are_shown_the_sitemaps_and_kept_from_the_desk(paper: Paper) -> None:
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert lines[:3] == ["User-agent: *", "Disallow: /desk/", "Disallow: /search/"]
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/news-sitemap.xml" in lines
