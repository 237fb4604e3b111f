"""What things are called; a part is called like its whole."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from broadsheet.edge.tags import PAGES, below, children, heading, list_tag, tag_of, tags_in_tree
from broadsheet.media.models import Picture, Rendition
from broadsheet.news.models import Author, AuthorLink, Byline, Correction, EditorsPick, Section, Story
from tests.factories import make_section, make_story

# Making a page looks up its content type, which the first look of a process asks of the database.
pytestmark = [pytest.mark.usefixtures("unindexed"), pytest.mark.django_db]


def test_a_page_is_called_by_its_number_whatever_it_is() -> None:
    assert {tag_of(Story(pk=7)), tag_of(Section(pk=7))} == {"page:7"}


def test_a_page_of_which_only_the_heading_is_loaded_is_called_so() -> None:
    assert tag_of(Page(id=7)) == heading(7) == "heading:7"


def test_a_thing_is_called_by_its_kind_and_number(db: None) -> None:
    assert (tag_of(Author(pk=3)), tag_of(Picture(pk=5))) == ("news.author:3", "media.picture:5")


def test_a_rendition_is_called_like_its_picture() -> None:
    assert tag_of(Rendition(pk=9, image_id=5)) == "media.picture:5"


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Correction(pk=1, story_id=7), "page:7"),
        (Byline(pk=1, story_id=7), "page:7"),
        (EditorsPick(pk=1, page_id=2), "page:2"),
        (AuthorLink(pk=1, author_id=3), "news.author:3"),
    ],
)
def test_a_part_is_called_like_its_whole(part: Correction, name: str) -> None:
    assert tag_of(part) == name


def test_what_is_not_saved_has_no_name() -> None:
    assert tag_of(Author()) == tag_of(Story()) == tag_of(Correction()) == ""


def test_lists_are_called_by_what_stands_in_them() -> None:
    assert (list_tag(Story), list_tag(Page), list_tag(Author)) == (PAGES, PAGES, "news.author")


def test_a_page_stands_in_the_lists_of_all_that_it_lies_below(paper: object) -> None:
    islands = make_section("Islands", parent=make_section("Harbour"))
    story = make_story(section=islands)
    above = list(story.get_ancestors().values_list("pk", flat=True))
    assert set(tags_in_tree(story)) == {children(islands.pk), *(below(pk) for pk in above)}
    assert above[-1] == islands.pk


def test_the_root_stands_in_no_list(db: None) -> None:
    assert set(tags_in_tree(Page.get_first_root_node())) == set()
