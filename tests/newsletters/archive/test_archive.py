"""Editions on the web: what readers see of what was sent."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.wire.actions.retract import retract_item
from tests.factories import (
    Paper,
    make_edition,
    make_item,
    make_newsletter,
    make_picture,
    make_section,
    make_story,
    sign_in,
)

GONE = "taken down after the edition was sent"


@pytest.fixture(autouse=True)
def unsearched(unindexed: None) -> None:
    """Spare every test the work of the search."""


@pytest.fixture
def newsletter(paper: Paper) -> Newsletter:
    """The Morning Tide."""
    return make_newsletter()


def sent(subject: str, newsletter: Newsletter, *, hours_ago: int = 0, **fields: Any) -> Edition:
    """An edition that readers have, filled."""
    when = timezone.now() - timedelta(hours=hours_ago)
    made = make_edition(subject, newsletter=newsletter, state="sent", sent_at=when, **fields)
    edition = Edition.objects.get(pk=made.pk)
    Edition.objects.filter(pk=made.pk).update(filled=fill(edition))
    return edition


def page(edition: Edition) -> BeautifulSoup:
    answer = Client().get(edition.get_absolute_url())
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    article = soup.find("article")
    assert article is not None
    return " ".join(article.get_text(" ").split())


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"state": "draft"}, 404),
        ({"state": "scheduled"}, 404),
        ({"state": "sending"}, 200),
        ({"state": "sent"}, 200),
        ({"state": "sent", "in_archive": False}, 404),
    ],
)
def test_what_was_not_sent_or_is_kept_out_is_nowhere(
    newsletter: Newsletter, fields: dict[str, Any], status: int
) -> None:
    edition = make_edition("Gale warning", newsletter=newsletter, sent_at=timezone.now(), **fields)
    assert Client().get(edition.get_absolute_url()).status_code == status
    lists = (
        newsletter.get_absolute_url(),
        f"{newsletter.get_absolute_url()}feed.xml",
        "/sitemap-editions-1.xml",
    )
    for address in lists:
        shown = Client().get(address).content.decode()
        assert (edition.get_absolute_url() in shown) is (status == 200), address


def test_an_edition_stands_at_no_other_newsletters_address(newsletter: Newsletter) -> None:
    other = make_newsletter("The Evening Ebb")
    edition = sent("Gale warning", newsletter)
    assert Client().get(f"{other.get_absolute_url()}{edition.slug}/").status_code == 404


def test_every_block_is_shown_as_it_was_sent(newsletter: Newsletter) -> None:
    picture, section = make_picture(), make_section()
    story = make_story("The ferry sails", section=section, lead_picture=picture)
    make_item("Hesk boat sails", is_key=True)
    rich = "<p>Good <b>morning</b>.</p>"
    edition = sent(
        "All of it",
        newsletter,
        body=[
            ("text", rich),
            ("heading", "Before you go out"),
            ("quote", {"text": rich, "speaker": "Ilse Marrin", "role": "harbour master"}),
            ("story", {"story": story.pk, "words": "My own words.", "pictures": True}),
            ("newest", {"section": section.pk, "count": 3, "heading": "", "pictures": True}),
            ("developments", {"span": "day", "count": 5, "section": None, "heading": ""}),
            ("picture", {"picture": picture.pk, "alt": "The mole", "caption": "At low water"}),
            ("button", {"label": "Read on", "url": "/harbour/"}),
            ("divider", None),
        ],
    )
    story.title = "The ferry sails after all"
    story.save_revision().publish()
    shown = page(edition)
    for said in ("Good morning", "Before you go out", "Ilse Marrin", "My own words.", "The ferry sails",
                 "Hesk boat sails", "At low water", "Read on"):  # fmt: skip
        assert said in words(shown)
    assert "after all" not in words(shown)
    assert len(shown.select("article img")) == 2
    assert shown.find("a", string="The ferry sails")["href"] == story.url
    data = json.loads(shown.find("script", type="application/ld+json").get_text())
    assert (data["@type"], data["headline"]) == ("Article", "All of it")
    feed = ElementTree.fromstring(Client().get(f"{newsletter.get_absolute_url()}feed.xml").content)  # noqa: S314
    content = feed.findtext("channel/item/{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    assert "My own words." in content
    assert 'href="/' not in content


def test_what_the_paper_took_back_is_not_shown_and_that_is_said(newsletter: Newsletter) -> None:
    story, item = make_story("The ferry sails"), make_item("Hesk boat sails", is_key=True)
    link = f'<p>Read <a linktype="page" id="{story.pk}">this</a>.</p>'
    edition = sent(
        "Gale warning",
        newsletter,
        preview_text="",
        body=[
            ("text", link),
            ("story", {"story": story.pk, "words": "", "pictures": False}),
            ("developments", {"span": "day", "count": 5, "section": None, "heading": ""}),
        ],
    )
    assert len(page(edition).select(f'article a[href="{story.url}"]')) == 2
    story.unpublish()
    retract_item(item, reason="It lies at the quay.")
    shown = page(edition)
    assert words(shown).count(GONE) == 2
    assert "ferry" not in words(shown)
    assert "Hesk boat" not in words(shown)
    assert not shown.select(f'article a[href="{story.url}"]')


def test_the_list_and_the_editions_lead_to_one_another(newsletter: Newsletter) -> None:
    editions = [sent(f"Edition {n}", newsletter, hours_ago=n) for n in range(22)]
    sent("Of another", make_newsletter("The Evening Ebb"), hours_ago=1)
    around = page(editions[1]).find("nav", {"aria-label": "Editions around this one"})
    assert [link["href"] for link in around.find_all("a")] == [
        editions[0].get_absolute_url(),
        editions[2].get_absolute_url(),
        newsletter.get_absolute_url(),
    ]
    address = newsletter.get_absolute_url()
    second = Client().get(f"{address}?page=2").content.decode()
    assert editions[20].get_absolute_url() in second
    assert editions[0].get_absolute_url() not in second
    assert Client().get(f"{address}?page=3").status_code == 404


def test_editors_find_the_way_to_the_desk_and_readers_do_not(
    newsletter: Newsletter, ada: User, ben: User
) -> None:
    edition = sent("Gale warning", newsletter)
    way = f"/desk/newsletters/sending/{edition.pk}/"
    seen = [sign_in(user).get(edition.get_absolute_url()).content.decode() for user in (ada, ben)]
    assert [way in page for page in seen] == [False, True]


def test_a_page_of_many_stories_asks_no_more_than_one_of_few(
    newsletter: Newsletter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section = make_section()
    for number in range(4):
        make_story(f"Story {number}", section=section, lead_picture=make_picture(f"Picture {number}"))
    newest = ("newest", {"section": section.pk, "count": 4, "heading": "", "pictures": True})
    edition = sent("Full", newsletter, body=[newest, newest])
    page(edition)  # cuts the pictures
    with django_assert_max_num_queries(24):
        page(edition)
