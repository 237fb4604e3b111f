"""What readers find."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.search.backends import get_search_backend

from broadsheet.news.models import Byline, Story
from broadsheet.news.search.tasks import refresh_vocabulary
from tests.factories import Paper, grow, make_author, make_section, make_story, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]  # but see `reindex`


def reindex() -> None:
    """As the worker does, after what was written together is there together."""
    get_search_backend().add_bulk(Story, list(Story.objects.all()))
    refresh_vocabulary.call()


def search(query: str, **more: str) -> Any:
    """The context of the answer."""
    reindex()
    response = Client().get("/search/", {"q": query, **more})
    assert response.status_code == 200
    return response.context


def headlines(query: str, **more: str) -> list[str]:
    return [story.headline for story in search(query, **more)["stories"].object_list]


@pytest.mark.parametrize(
    "query", ["ferry", "ARRIVED", "lighthouse", "Quill", "dredging", "ferry quill dredging"]
)
def test_a_story_is_found_by_headline_standfirst_text_author_and_topic(paper: Paper, query: str) -> None:
    make_story(
        "The ferry is back",
        standfirst="It arrived.",
        body="Seen from the lighthouse.",
        authors=[make_author("Ada Quill")],
        topics=[make_topic("Dredging")],
    )
    make_story("Nothing of the sort", body="Empty.")
    assert headlines(query) == ["The ferry is back"]


@pytest.mark.parametrize("query", ["ferries", "ferry", "crossings", "harbour's", "planning"])
def test_forms_of_an_english_word_are_one_word(paper: Paper, query: str) -> None:
    make_story("Ferry crossing planned for the harbour")
    assert headlines(query) == ["Ferry crossing planned for the harbour"]


def test_a_word_in_the_headline_counts_more_than_one_in_the_text(paper: Paper) -> None:
    now = timezone.now()
    make_story("Council meets", body="About the lighthouse, for long.", published_at=now)
    make_story("Lighthouse for sale", body="The council meets.", published_at=now - timedelta(days=9))
    assert headlines("lighthouse") == ["Lighthouse for sale", "Council meets"]
    assert headlines("lighthouse", order="newest") == ["Council meets", "Lighthouse for sale"]


def test_only_what_everybody_may_read_is_found(paper: Paper) -> None:
    make_story("Ferry draft", live=False)
    private = make_story("Ferry for members", section=make_section("Members"))
    PageViewRestriction.objects.create(page=private.get_parent(), restriction_type="login")
    assert headlines("ferry") == []


def test_a_story_unpublished_a_moment_ago_is_not_found_though_the_index_has_it(paper: Paper) -> None:
    story = make_story("Ferry returns")
    reindex()
    Story.objects.filter(pk=story.pk).update(live=False)
    found = Client().get("/search/", {"q": "ferry"}).context["stories"]
    assert (found.paginator.count, list(found)) == (0, [])


def test_matches_are_marked_and_everything_else_is_escaped(paper: Paper) -> None:
    make_story("Ferries & <b>boats</b>", standfirst="One ferry <i>left</i>.")
    story = search("ferry")["stories"].object_list[0]
    assert story.headline_marked == "<mark>Ferries</mark> &amp; &lt;b&gt;boats&lt;/b&gt;"
    assert story.excerpt_marked == "One <mark>ferry</mark> &lt;i&gt;left&lt;/i&gt;."


def test_the_excerpt_shows_the_text_around_the_first_match(paper: Paper) -> None:
    body = "Words before it. " * 40 + "Then the lighthouse went dark & cold. " + "Words after it. " * 40
    make_story("Night", standfirst="A night.", body=body)
    excerpt = search("lighthouse")["stories"].object_list[0].excerpt_marked
    assert "Then the <mark>lighthouse</mark> went dark &amp; cold." in excerpt
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert len(excerpt) < 300


def test_twenty_stories_stand_on_a_page(paper: Paper) -> None:
    grow(make_story(authors=[make_author()]).section, 21)
    assert len(search("ferry")["stories"].object_list) == 20
    assert len(search("ferry", page="2")["stories"].object_list) == 1
    assert Client().get("/search/", {"q": "ferry", "page": "3"}).status_code == 404


@pytest.mark.parametrize("typed", ["lighthuose", "lihgthouse", "lighthous", "lighthousse", "Lighthuse"])
def test_a_typing_error_is_corrected_when_nothing_is_found(paper: Paper, typed: str) -> None:
    make_story("Lighthouse for sale")
    context = search(f"{typed} sale")
    assert [story.headline for story in context["stories"]] == ["Lighthouse for sale"]
    assert (context["suggestion"], context["corrected"]) in {("lighthouse sale", True), ("", False)}


def test_the_reader_is_told_that_the_query_was_corrected(paper: Paper) -> None:
    make_story("Lighthouse for sale")
    reindex()
    html = Client().get("/search/", {"q": "lighthuose"}).content.decode()
    assert "No story has “lighthuose” in it. Showing results for <b>lighthouse</b>" in " ".join(html.split())


def test_a_word_that_only_a_draft_has_is_not_given_away(paper: Paper) -> None:
    make_story("Embezzlement at the council", live=False)
    context = search("embezzlemnet")
    assert (context["suggestion"], context["corrected"]) == ("", False)


def test_a_query_that_hardly_anything_matches_gets_a_suggestion(paper: Paper) -> None:
    grow(make_story("Ledger anniversary", body="Of the ledger.", authors=[make_author()]).section, 12)
    make_story("The Ledgre misprint")
    assert search("ledgre")["corrected"] is False


@pytest.mark.parametrize(
    "query",
    [
        "", " ", "x" * 500, "ferry " * 80, "fer\x00ry", '"', "'", '"ferry', "AND", "ferry AND", "NEAR(",
        "NEAR(a b, 2)", "*", "fer*", "-", "-ferry", "^ferry", "title:ferry", "{title} : x", "(", ")", "a OR",
        "NOT", "%", "_", "%s", "%(x)s", "\\", "\\'", ";--", "😀", "🚢 ferry", "паром", "العبّارة",
        "100%", "渡船", "ของ", "é", "\u0301", "\ud83d", "&", "|", "!", ":*", "<->", "a:b", "1 2 3",
        "\u202e", "<script>",
    ],
)  # fmt: skip
def test_no_query_is_an_error(paper: Paper, story: Story, query: str) -> None:
    for order in ("", "newest"):
        response = Client().get("/search/", {"q": query.encode("utf-8", "surrogatepass"), "order": order})
        assert response.status_code == 200


@pytest.mark.parametrize(
    ("headline", "query"),
    [
        ("Пором повернувся до гавані", "гавані"),
        ("عادت العبّارة إلى الميناء", "الميناء"),
        ("Le café du port rouvre", "café"),
        ("渡船 回来了", "渡船"),
    ],
)
def test_words_of_any_script_are_found_and_marked(paper: Paper, headline: str, query: str) -> None:
    make_story(headline)
    story = search(query)["stories"].object_list[0]
    assert f"<mark>{query}</mark>" in story.headline_marked


def test_a_signs_only_query_finds_nothing(paper: Paper, story: Story) -> None:
    assert headlines("%") == headlines("_") == headlines("*") == []


def test_imported_markup_is_found_by_its_words(paper: Paper) -> None:
    make_story("Archive", body=[("html", "<div>The old <b>breakwater</b></div>")])
    assert headlines("breakwater") == ["Archive"]


def test_a_page_of_results_costs_few_queries(paper: Paper, django_assert_max_num_queries: Any) -> None:
    grow(make_story(authors=[make_author()]).section, 25)
    for byline in Byline.objects.all():
        byline.author = make_author(f"Author {byline.pk}")
        byline.save()
    reindex()
    Client().get("/search/", {"q": "ferry"})
    with django_assert_max_num_queries(17):
        Client().get("/search/", {"q": "ferry"})
