"""What is not published is nobody's to read."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Section, Story
from tests.factories import make_section, make_story, make_topic, sign_in


def test_a_reader_cannot_see_a_draft(cleo: Client, draft: Story) -> None:
    assert cleo.get(draft.url).status_code == 404


def test_somebody_with_an_account_cannot_see_a_draft(dan: User, draft: Story) -> None:
    assert sign_in(dan).get(draft.url).status_code == 404


def test_a_draft_is_named_nowhere(cleo: Client, draft: Story, story: Story) -> None:
    for address in ("/", "/harbour/", "/author/ada-quill/", story.url, "/search/?q=bridge"):
        assert draft.headline not in cleo.get(address).content.decode(), address


def test_readers_see_the_published_words_and_no_later_ones(cleo: Client, story: Story) -> None:
    fresh = Story.objects.get(pk=story.pk)
    fresh.title = "Not yet"
    fresh.save_revision()
    assert "Not yet" not in cleo.get(story.url).content.decode()


@pytest.mark.parametrize("name", ["wagtailadmin_pages:preview_on_edit", "wagtailadmin_pages:view_draft"])
def test_a_preview_is_for_staff(cleo: Client, dan: User, ben: User, draft: Story, name: str) -> None:
    address = reverse(name, args=[draft.pk])
    for browser in (cleo, sign_in(dan)):
        answer = browser.get(address)
        assert answer.status_code in (302, 403)
        assert draft.headline not in answer.content.decode()
    assert sign_in(ben).get(address).status_code == 200


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_private_story_asks_who_is_there(cleo: Client, story: Story, kind: str) -> None:
    PageViewRestriction.objects.create(page=story, restriction_type=kind, password="tide")
    answer = cleo.get(story.url)
    assert answer.status_code in (200, 302)
    assert "The ferry came back" not in answer.content.decode()


def test_a_story_in_a_private_section_asks_too(cleo: Client, story: Story) -> None:
    PageViewRestriction.objects.create(page=story.section, restriction_type="login")
    assert cleo.get(story.url).status_code == 302


def test_an_alias_of_a_private_story_is_private(cleo: Client, story: Story) -> None:
    alias = story.create_alias(parent=Section.objects.get(pk=make_section("Council").pk), update_slug="alias")
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    assert "The ferry came back" not in cleo.get(alias.url).content.decode()
    assert list(cleo.get("/council/").context["stories"]) == []


def test_a_withdrawn_story_is_gone(cleo: Client, story: Story) -> None:
    story.unpublish()
    assert cleo.get(story.url).status_code == 404


def test_a_story_of_a_withdrawn_section_is_still_to_be_read(cleo: Client, story: Story) -> None:
    make_section().unpublish(set_expired=False)
    assert cleo.get(story.url).status_code == 200


def test_the_quick_way_and_wagtails_own_show_the_same(cleo: Client, story: Story) -> None:
    told = make_story("Same", topics=[make_topic()], section=make_section("Ferries", parent=make_section()))
    quick = cleo.get(told.url)
    assert quick.context["page"] == told
    assert cleo.get(told.url.upper()).status_code == 404


def test_two_sections_may_have_a_story_of_the_same_slug(cleo: Client, story: Story) -> None:
    council = make_story("In Council", slug=story.slug, section=make_section("Council"))
    assert cleo.get(story.url).context["page"] == story
    assert cleo.get(council.url).context["page"] == council
