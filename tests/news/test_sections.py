"""Sections hold stories, nest once, and leave a way behind them when they move."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Section, Story
from tests.factories import Paper, make_section, make_story

pytestmark = pytest.mark.usefixtures("unindexed")

Rename = Callable[[Section | Story, str], None]


def get(section_or_story: Section | Story) -> Section | Story:
    return type(section_or_story).objects.get(pk=section_or_story.pk)


@pytest.fixture
def rename(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Rename:
    """Gives a page another slug and publishes it."""

    def publish_as(page: Section | Story, slug: str) -> None:
        fresh = get(page)
        fresh.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            fresh.save_revision().publish()

    return publish_as


def move(page: Section | Story, to: Section) -> None:
    get(page).move(get(to), pos="last-child")


def test_a_section_may_hold_sections(paper: Paper) -> None:
    assert Section.can_create_at(paper.front)
    assert Section.can_create_at(make_section())


def test_sections_nest_once(paper: Paper) -> None:
    assert not Section.can_create_at(make_section("Ferries", parent=make_section()))


def test_a_section_cannot_be_moved_deeper_than_once(paper: Paper) -> None:
    nested = make_section("Ferries", parent=make_section())
    assert make_section("Council").can_move_to(make_section())
    assert not make_section("Council").can_move_to(nested)


def test_a_section_that_holds_sections_stays_at_the_top(paper: Paper) -> None:
    make_section("Ferries", parent=make_section())
    assert not get(make_section()).can_move_to(make_section("Council"))


def test_stories_stand_in_sections_only(paper: Paper) -> None:
    assert Story.can_create_at(make_section())
    assert not Story.can_create_at(paper.front)


def test_a_section_lists_its_stories_and_those_of_its_sections(cleo: Client, story: Story) -> None:
    nested = make_story("Deep news", section=make_section("Ferries", parent=story.section))
    elsewhere = make_story("Other news", section=make_section("Council"))
    found = cleo.get("/harbour/").context["stories"].object_list
    assert list(found) == [nested, story]
    assert elsewhere not in found


def test_a_section_names_the_sections_inside_it(cleo: Client, story: Story) -> None:
    ferries = make_section("Ferries", parent=story.section)
    page = cleo.get("/harbour/").content.decode()
    assert f'<a href="{ferries.url}">Ferries</a>' in page


def test_a_section_does_not_list_what_readers_may_not_read(cleo: Client, story: Story, draft: Story) -> None:
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    assert list(cleo.get("/harbour/").context["stories"]) == []


def test_a_renamed_story_is_found_at_its_old_address(cleo: Client, story: Story, rename: Rename) -> None:
    before = story.url
    rename(story, "renamed")
    response = cleo.get(before)
    assert (response.status_code, response["Location"]) == (301, "/harbour/renamed/")


def test_a_renamed_section_forwards_itself_and_its_stories(
    cleo: Client, story: Story, rename: Rename
) -> None:
    before = story.url
    rename(story.section, "port")
    assert cleo.get("/harbour/")["Location"] == "/port/"
    assert cleo.get(before)["Location"] == get(story).url == before.replace("harbour", "port")


def test_a_story_moved_to_another_section_is_found_at_its_old_address(cleo: Client, story: Story) -> None:
    before = story.url
    move(story, make_section("Council"))
    response = cleo.get(before)
    assert (response.status_code, response["Location"]) == (301, before.replace("harbour", "council"))


def test_a_moved_story_belongs_to_its_new_section(cleo: Client, story: Story) -> None:
    council = make_section("Council")
    move(story, council)
    assert get(story).section == council
    assert list(cleo.get("/council/").context["stories"]) == [story]
    assert list(cleo.get("/harbour/").context["stories"]) == []
    assert 'href="/council/">Council</a>' in cleo.get(get(story).url).content.decode()


def test_a_revision_from_before_the_move_does_not_bring_the_story_back(story: Story) -> None:
    council = make_section("Council")
    move(story, council)
    get(story).get_latest_revision().publish()
    assert get(story).section == council


def test_the_stories_of_a_moved_section_stay_its_own(cleo: Client, story: Story) -> None:
    before = story.url
    move(story.section, make_section("Council"))
    assert get(story).section == story.section
    assert get(story).url == f"/council{before}"
    assert cleo.get(before)["Location"] == get(story).url
    assert list(cleo.get("/council/").context["stories"]) == [story]


def test_a_story_that_takes_an_old_address_is_what_readers_find_there(
    cleo: Client, story: Story, rename: Rename
) -> None:
    before = story.url
    rename(story, "renamed")
    newer = make_story("Another story", slug=before.rstrip("/").rpartition("/")[2])
    assert cleo.get(before).context["page"] == newer


@pytest.mark.parametrize("times", [1, 2])
def test_a_name_given_back_ends_the_forwarding(
    cleo: Client, story: Story, times: int, rename: Rename
) -> None:
    before = story.url
    for _ in range(times):
        rename(story, "renamed")
        rename(story, before.rstrip("/").rpartition("/")[2])
    assert cleo.get(before).status_code == 200
    assert cleo.get("/harbour/renamed/")["Location"] == before
