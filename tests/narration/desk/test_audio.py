"""The panel of a story's audio, and its buttons."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from broadsheet.narration.listening import NOTICE
from broadsheet.narration.models import Narration, Production
from broadsheet.news.models import Story
from tests.factories import make_production, make_story, sign_in
from tests.narration.desk.pages import BY_SCRIPT, address, buttons, stand, words

OF_DECIDERS = {"Approve: I listened to it", "Use a recording", "No audio for this story"}


def narration_of(story: Story) -> Narration:
    return Narration.objects.get(story=story)


def test_a_story_can_be_heard_on_its_page_with_its_notice(desk: Client, story: Story) -> None:
    make_production(story, seconds=2.0, lines=["One.", "Two."], lines_reused=1)
    page = desk.get(address(story))
    shown = words(page)
    for fact in (NOTICE, "tones (Memory)", "0:02", "2, 1 of them reused", "by nobody yet"):
        assert fact in shown
    assert b'preload="none"' in page.content


def test_the_form_of_a_story_shows_its_audio_and_holds_no_other_form(desk: Client, story: Story) -> None:
    make_production(story)
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert NOTICE in words(page)
    assert b"Approve: I listened to it" in page.content
    form = page.content.decode().partition('id="page-edit-form"')[2].partition("</form>")[0]
    assert "data-audio=" in form
    assert f'action="{address(story, "approve")}"' not in form


def test_the_form_of_a_new_story_says_what_will_happen(desk: Client, story: Story) -> None:
    page = desk.get(reverse("wagtailadmin_pages:add", args=["news", "story", story.section.pk]))
    assert "Read aloud once it is published" in words(page)


def test_a_draft_says_what_will_happen(desk: Client, draft: Story) -> None:
    page = desk.get(address(draft))
    assert "Read aloud once it is published" in words(page)
    assert buttons(page) == ["Script", "Use a recording", "No audio for this story"]


@pytest.mark.parametrize("page", ["audio", "standing", "progress", "script"])
def test_whoever_may_not_edit_the_story_sees_none_of_it(
    ada: User, dan: User, paper: object, page: str
) -> None:
    story = make_story("Of somebody else")
    assert sign_in(dan).get(address(story, page)).status_code == 302
    assert sign_in(ada).get(address(story, page)).status_code == 302
    assert sign_in(ada).get(address(story, page), headers=BY_SCRIPT).status_code == 403


def test_a_reporter_is_offered_what_concerns_the_words_alone(ada: User, story: Story) -> None:
    made = make_production(story)
    assert not OF_DECIDERS & set(buttons(sign_in(ada).get(address(story))))
    for deed, data in (("approve", {"production": made.pk}), ("wanted", {"wanted": "0"}), ("drop", {})):
        assert sign_in(ada).post(address(story, deed), data, headers=BY_SCRIPT).status_code == 403
    assert sign_in(ada).get(address(story, "recording")).status_code == 302
    assert Production.objects.get().approved_at is None
    assert narration_of(story).is_wanted


def test_a_reporter_has_their_story_voiced_again(ada: User, story: Story) -> None:
    make_production(story)
    part = sign_in(ada).post(address(story, "again"), {"in_form": "1"}, headers=BY_SCRIPT)
    assert "It is said anew." in words(part)
    assert narration_of(story).state == Narration.State.QUEUED
    assert b"data-under-way" in part.content


def test_nothing_is_done_by_looking_or_without_the_forms_token(ben: User, story: Story) -> None:
    make_production(story)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ben)
    assert strict.post(address(story, "wanted"), {"wanted": "0"}).status_code == 403
    for deed in ("again", "approve", "wanted", "drop"):
        assert strict.get(address(story, deed)).status_code == 405
    assert narration_of(story).is_wanted


def test_somebody_says_that_they_have_listened(desk: Client, ben: User, story: Story) -> None:
    made = make_production(story)
    answer = desk.post(address(story, "approve"), {"production": made.pk}, follow=True)
    assert "by Ben" in words(answer)
    assert Production.objects.get().approved_by == ben


def test_what_was_made_anew_meanwhile_is_not_approved(desk: Client, story: Story) -> None:
    old = make_production(story)
    new = make_production(story, seconds=2.0)
    answer = desk.post(address(story, "approve"), {"production": old.pk}, headers=BY_SCRIPT)
    assert answer.status_code == 422
    assert "made anew since you listened" in words(answer)
    new.refresh_from_db()
    assert new.approved_at is None


def test_a_story_is_silenced_and_read_again(desk: Client, story: Story) -> None:
    make_production(story)
    silenced = desk.post(address(story, "wanted"), {"wanted": "0"}, follow=True)
    assert "not read aloud: an editor decided so" in words(silenced)
    assert buttons(silenced) == ["Script", "Read this story aloud"]
    desk.post(address(story, "wanted"), {"wanted": "1"})
    assert narration_of(story).is_wanted
    history = words(desk.get(reverse("wagtailadmin_pages:history", args=[story.pk])))
    assert "Decided that it is not read aloud" in history


def test_the_script_asks_how_far_it_is(desk: Client, story: Story) -> None:
    stand(story, "voicing", lines=8, lines_done=2)
    told = desk.get(address(story, "progress"))
    assert told.json() == {
        "phase": "voicing",
        "heading": "Being voiced",
        "words": "2 of 8 sentences",
        "percent": 25,
    }
    assert "no-store" in told["Cache-Control"]


def test_without_a_script_the_page_looks_again_by_itself_while_it_is_made(desk: Client, story: Story) -> None:
    stand(story, "voicing")
    refresh = b'http-equiv="refresh"'
    assert refresh in desk.get(address(story)).content
    Narration.objects.update(state="failed")
    assert refresh not in desk.get(address(story)).content


def test_what_listeners_had_before_is_there_while_the_new_is_made(desk: Client, story: Story) -> None:
    make_production(story)
    Narration.objects.update(state="queued")
    assert "Until then listeners get this" in words(desk.get(address(story)))
