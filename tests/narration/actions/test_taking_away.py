"""What may not be heard any more is gone, files included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.narration.actions.ask import ask_for_audio
from broadsheet.narration.actions.silence import set_wanted
from broadsheet.narration.actions.tidy import tidy
from broadsheet.narration.actions.withdraw import withdraw_unreadable
from broadsheet.narration.listening import listening_for
from broadsheet.narration.models import Narration, Production, Segment
from broadsheet.narration.narrator import Narrator
from broadsheet.news.models import Story
from tests.factories import make_production, make_story
from tests.narration.conftest import narration_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]
Commits = Callable[..., Any]


@pytest.fixture
def mole() -> Story:
    return make_story("The mole holds", body="It held.")


def files_of(production: Production) -> list[bool]:
    return [default_storage.exists(name) for name in production.file_names()]


def test_an_unpublished_storys_audio_is_gone(
    mole: Story, django_capture_on_commit_callbacks: Commits
) -> None:
    made = make_production(mole)
    mole.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        assert withdraw_unreadable() == 1
    assert files_of(made) == [False] * 3
    assert narration_of(mole).production is None
    assert withdraw_unreadable() == 0


def test_a_private_storys_audio_is_gone(mole: Story, django_capture_on_commit_callbacks: Commits) -> None:
    made = make_production(mole)
    PageViewRestriction.objects.create(
        page=mole.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_unreadable()
    assert files_of(made) == [False] * 3


def test_a_published_storys_audio_stays(mole: Story) -> None:
    made = make_production(mole)
    assert withdraw_unreadable() == 0
    assert files_of(made) == [True] * 3


def test_a_deleted_story_leaves_no_file(mole: Story, django_capture_on_commit_callbacks: Commits) -> None:
    made = make_production(mole)
    with django_capture_on_commit_callbacks(execute=True):
        mole.delete()
    assert not Narration.objects.exists()
    assert files_of(made) == [False] * 3


def test_a_story_that_editors_want_silent_is_silent_until_they_want_it_heard(
    mole: Story, narrator: Narrator, django_capture_on_commit_callbacks: Commits
) -> None:
    made = make_production(mole)
    with django_capture_on_commit_callbacks(execute=True):
        set_wanted(mole, wanted=False)
    narrator.voice_all()
    assert files_of(made) == [False] * 3
    assert listening_for(Story.objects.get(pk=mole.pk)) is None
    assert narration_of(mole).reason == "An editor wants no audio for this story."
    set_wanted(mole, wanted=True)
    narrator.voice_all()
    assert listening_for(Story.objects.get(pk=mole.pk)) is not None


def test_what_was_replaced_stays_a_day_for_those_who_listen(
    mole: Story, narrator: Narrator, django_capture_on_commit_callbacks: Commits
) -> None:
    made = make_production(mole)
    ask_for_audio(mole)
    narrator.voice_all()
    assert tidy() == 0
    assert files_of(made) == [True] * 3
    with django_capture_on_commit_callbacks(execute=True):
        assert tidy(timezone.now() + timedelta(hours=25)) == 1
    assert files_of(made) == [False] * 3
    assert narration_of(mole).production is not None


def test_sentences_that_no_story_said_for_a_season_are_forgotten(
    mole: Story, narrator: Narrator, django_capture_on_commit_callbacks: Commits
) -> None:
    ask_for_audio(mole)
    narrator.voice_all()
    name = Segment.objects.get(words="It held.").file.name
    with django_capture_on_commit_callbacks(execute=True):
        tidy(timezone.now() + timedelta(days=91))
    assert not Segment.objects.exists()
    assert not default_storage.exists(name)


def test_files_that_another_production_holds_stay(
    mole: Story, django_capture_on_commit_callbacks: Commits
) -> None:
    first, second = make_production(mole), make_production(mole)
    assert first.file_names() == second.file_names()
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert files_of(second) == [True] * 3
