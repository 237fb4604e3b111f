"""Publishing asks for audio, where there is a voice and the story is young."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from broadsheet.narration.models import Narration
from broadsheet.narration.narrator import Narrator
from broadsheet.news.models import Story
from tests.factories import make_production, make_story
from tests.narration.conftest import narration_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]


@pytest.fixture
def voices(settings: LazySettings) -> None:
    """There is a voice for English."""
    settings.VOICES = {"en": "memory:"}


@pytest.mark.usefixtures("voices")
def test_a_story_is_asked_for_when_it_is_published_and_when_it_is_edited() -> None:
    story = make_story("The mole holds")
    assert narration_of(story).state == Narration.State.QUEUED
    before = narration_of(story).asked
    Story.objects.get(pk=story.pk).save_revision().publish()
    assert narration_of(story).asked == before + 1


@pytest.mark.usefixtures("voices")
def test_a_draft_is_not_asked_for() -> None:
    make_story("The mole holds", live=False)
    assert not Narration.objects.exists()


@pytest.mark.usefixtures("voices")
def test_an_old_story_is_asked_for_only_if_it_could_be_heard_before() -> None:
    story = make_story("The mole was built", published_at=timezone.now() - timedelta(days=31))
    assert not Narration.objects.exists()
    make_production(story)
    Story.objects.get(pk=story.pk).save_revision().publish()
    assert narration_of(story).state == Narration.State.QUEUED


def test_without_any_voice_nothing_is_asked_for() -> None:
    make_story("The mole holds")
    assert not Narration.objects.exists()


def test_without_a_voice_any_more_nobody_hears_old_words(narrator: Narrator) -> None:
    story = make_story("Мол тримається", language="uk")
    make_production(story)
    Story.objects.get(pk=story.pk).save_revision().publish()
    narrator.voice_all()
    narration = narration_of(story)
    assert (narration.state, narration.production) == (Narration.State.SILENT, None)
