"""What other sites and search engines are shown of a page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from broadsheet.news.models import AuthorLink, Correction, Story
from tests.factories import Paper, make_author, make_picture, make_section, make_story, make_topic

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def page(address: str) -> str:
    """The HTML at `address`."""
    return Client().get(address).content.decode()


def data_of(address: str) -> dict[str, Any]:
    """The JSON-LD of a page, by type."""
    return {thing["@type"]: thing for thing in map(json.loads, SCRIPT.findall(page(address)))}


def test_a_story_says_everything_about_itself(paper: Paper) -> None:
    story = make_story(
        "Ferry returns",
        authors=[make_author("Ada Quill"), make_author("Ben Roe")],
        topics=[make_topic("Ferries")],
        lead_picture=make_picture(size=(1300, 700)),
        standfirst="It is back.",
    )
    correction = Correction.objects.create(story=story, text="<p>It was <b>Monday</b>.</p>")
    article = data_of(story.url)["NewsArticle"]
    assert article["headline"] == "Ferry returns"
    assert article["description"] == "It is back."
    assert [author["name"] for author in article["author"]] == ["Ada Quill", "Ben Roe"]
    assert article["author"][0]["url"] == f"{SITE}/author/ada-quill/"
    assert article["publisher"]["name"] == "The Harbour Ledger"
    assert (article["articleSection"], article["keywords"]) == ("Harbour", ["Ferries"])
    assert article["wordCount"] == story.word_count
    assert article["isAccessibleForFree"] is True
    assert article["inLanguage"] == "en-gb"
    assert article["image"][0].startswith(f"{SITE}/media/")
    assert article["correction"][0]["text"] == "It was Monday."
    assert article["dateModified"] == article["correction"][0]["datePublished"]
    assert article["dateModified"][:19] == correction.issued_at.isoformat()[:19]
    assert article["mainEntityOfPage"] == f"{SITE}{story.url}"


def test_breadcrumbs_lead_through_the_section_above(paper: Paper) -> None:
    ferries = make_section("Ferries", parent=make_section("Harbour"))
    story = make_story("Ferry returns", section=ferries)
    steps = data_of(story.url)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["The Harbour Ledger", "Harbour", "Ferries", "Ferry returns"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]


@pytest.mark.parametrize("headline", ["</script><script>alert(1)</script>", "<!-- <script>", "\u2028 & ]]>"])
def test_a_hostile_headline_stays_inside_its_script(paper: Paper, headline: str) -> None:
    story = make_story("Ferry returns")
    Story.objects.filter(pk=story.pk).update(title=headline)
    article = data_of(story.url)["NewsArticle"]
    assert article["headline"] == headline
    assert "<script>" not in page(story.url)


def test_a_long_headline_is_cut_for_search_engines(paper: Paper) -> None:
    headline = data_of(make_story("Very " * 30).url)["NewsArticle"]["headline"]
    assert len(headline) <= 110
    assert headline.endswith("…")


def test_a_syndicated_story_names_its_original(paper: Paper) -> None:
    story = make_story(canonical_url="https://elsewhere.test/story")
    html = page(story.url)
    assert '<link rel="canonical" href="https://elsewhere.test/story">' in html
    assert data_of(story.url)["NewsArticle"]["mainEntityOfPage"] == "https://elsewhere.test/story"


def test_a_shared_link_shows_the_picture_with_its_size_and_alt_text(paper: Paper) -> None:
    story = make_story(lead_picture=make_picture(size=(1300, 700)), authors=[make_author("Ada Quill")])
    html = page(story.url)
    for name, value in (
        ("og:type", "article"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "The west mole at low water"),
        ("article:section", "Harbour"),
        ("article:author", f"{SITE}/author/ada-quill/"),
    ):
        assert f'<meta property="{name}" content="{value}">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_a_story_whose_picture_file_is_gone_is_still_shown(paper: Paper) -> None:
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    story = make_story(lead_picture=picture)
    assert Client().get("/feed.xml").status_code == 200
    assert Client().get(story.url).status_code == 200


def test_the_front_page_says_who_makes_it_and_where_it_corrects_itself(paper: Paper) -> None:
    things = data_of("/")
    assert things["WebSite"]["url"] == f"{SITE}/"
    assert things["NewsMediaOrganization"]["correctionsPolicy"] == f"{SITE}/corrections/"


def test_an_authors_page_is_a_profile(paper: Paper) -> None:
    author = make_author("Ada Quill", role="Reporter", biography="<p>Writes of <b>ships</b>.</p>")
    AuthorLink.objects.create(author=author, label="Signal", url="https://signal.test/ada")
    who = data_of("/author/ada-quill/")["ProfilePage"]["mainEntity"]
    assert (who["name"], who["jobTitle"], who["description"]) == ("Ada Quill", "Reporter", "Writes of ships.")
    assert who["sameAs"] == ["https://signal.test/ada"]


def test_a_story_costs_at_most_fifteen_queries(paper: Paper, django_assert_max_num_queries) -> None:
    nested = make_section("Ferries", parent=make_section("Harbour"))
    story = make_story(
        section=nested,
        authors=[make_author("Ada Quill")],
        topics=[make_topic("Ferries")],
        lead_picture=make_picture(size=(1300, 700)),
    )
    Correction.objects.create(story=story, text="<p>x</p>")
    page(story.url)
    with django_assert_max_num_queries(15):
        page(story.url)
