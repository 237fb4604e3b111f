"""Addresses of the paper's own are nobody else's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import get_resolver, reverse

from broadsheet.news.models import Section
from broadsheet.pages.models import InformationPage
from broadsheet.pages.reserved import RESERVED, is_reserved
from tests.factories import Paper, make_section, sign_in


def test_every_address_that_the_paper_answers_itself_is_reserved() -> None:
    own = {str(pattern.pattern).strip("^/") for pattern in get_resolver().url_patterns}
    from broadsheet.news import urls as news

    own |= {str(pattern.pattern).strip("^").partition("/")[0] for pattern in news.urlpatterns}
    words = {name for name in own if name.replace("-", "").isalpha()}
    assert {"desk", "search", "author", "topic", "corrections"} <= words
    assert {word for word in words if not is_reserved(word)} == set()


@pytest.mark.parametrize("slug", sorted(slug for slug in RESERVED if "." not in slug))
def test_no_page_below_the_front_takes_an_address_of_the_paper(paper: Paper, slug: str) -> None:
    with pytest.raises(ValidationError, match="the paper's own address"):
        paper.front.add_child(instance=Section(title="Tides", slug=slug))
    assert not Section.objects.exists()


def test_a_plain_page_does_not_either(paper: Paper) -> None:
    with pytest.raises(ValidationError):
        paper.front.add_child(instance=InformationPage(title="Search", slug="Search"))


@pytest.mark.parametrize("action", ["", "action-publish"])
def test_an_editor_reads_why_the_address_is_refused(ben: User, paper: Paper, action: str) -> None:
    address = reverse("wagtailadmin_pages:add", args=["news", "section", paper.front.pk])
    data = {"title": "Search", "slug": "search", "description": "", "comments-TOTAL_FORMS": 0}
    data |= {"comments-INITIAL_FORMS": 0} | ({action: "1"} if action else {})
    response = sign_in(ben).post(address, data)
    assert response.status_code == 200
    assert "is the paper&#x27;s own address: choose another." in response.content.decode()


def test_inside_a_section_the_same_word_is_free(paper: Paper) -> None:
    assert make_section("Search", parent=make_section()).url == "/harbour/search/"


def test_it_cannot_be_moved_up_to_where_it_is_taken(paper: Paper) -> None:
    search = make_section("Search", parent=make_section())
    assert not search.can_move_to(paper.front)
    assert search.can_move_to(make_section("Council"))
