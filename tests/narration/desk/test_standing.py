"""How a story's audio stands, in words."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.utils import timezone

from broadsheet.narration.desk.audio.acts import acts_for
from broadsheet.narration.desk.audio.standing import Phase, standing_of
from broadsheet.narration.models import Narration, Production
from broadsheet.news.models import Story

# A page asks for its content type, unless another test has asked before.
pytestmark = pytest.mark.django_db
State = Narration.State


def a_story(**fields: object) -> Story:
    return Story(**{"pk": 1, "title": "Ferry", "live": True} | fields)


def narration(state: str, **fields: object) -> Narration:
    return Narration(**{"state": state, "due_at": timezone.now()} | fields)


def test_a_new_story_says_what_will_happen() -> None:
    standing = standing_of(Story(title="Ferry"), None)
    assert (standing.phase, standing.heading) == (Phase.AHEAD, "Read aloud once it is published")
    assert "again after each edit" in standing.words


def test_a_story_from_before_there_were_voices_can_be_voiced() -> None:
    standing = standing_of(a_story(), None)
    assert (standing.phase, standing.heading) == (Phase.AHEAD, "Not voiced yet")
    offered = acts_for(a_story(), None, standing.phase, may_decide=False)
    assert [act.label for act in offered] == ["Voice it now", "Script"]


def test_a_language_without_a_voice_is_said_before_it_is_published() -> None:
    standing = standing_of(Story(title="Пором", language="uk"), None)
    assert standing.phase == Phase.SILENT
    assert "There is no voice for Ukrainian" in standing.words


def test_a_newsroom_without_voices_is_told_so(settings: LazySettings) -> None:
    settings.VOICES = None
    assert standing_of(Story(title="Ferry"), None).phase == Phase.SILENT


def test_it_counts_sentences_while_it_is_voiced() -> None:
    standing = standing_of(a_story(), narration(State.VOICING, lines=40, lines_done=10))
    assert (standing.words, standing.percent, standing.is_under_way) == ("10 of 40 sentences", 25, True)


def test_what_waits_for_another_try_says_why_and_when() -> None:
    waiting = narration(State.QUEUED, reason="Piper ended.", attempts=1)
    standing = standing_of(a_story(), waiting)
    assert (standing.words, standing.again_at) == ("Piper ended.", waiting.due_at)


def test_what_failed_says_why_and_that_nobody_tries_by_itself() -> None:
    standing = standing_of(a_story(), narration(State.FAILED, reason="The disk is full."))
    assert standing.words.startswith("The disk is full. Nobody tries again")
    assert not standing.is_under_way


@pytest.mark.parametrize("state", [State.QUEUED, State.READY, State.SILENT])
def test_a_story_that_nobody_wants_read_says_that_alone(state: str) -> None:
    assert standing_of(a_story(), narration(state, is_wanted=False)).phase == Phase.UNWANTED


def test_a_recording_is_told_from_a_voice() -> None:
    recorded = Production(origin=Production.Origin.HUMAN, made_at=timezone.now())
    assert (
        standing_of(a_story(), narration(State.READY, production=recorded)).heading == "Recorded by a person"
    )
    preparing = standing_of(a_story(), narration(State.VOICING, recording="recordings/1"))
    assert preparing.heading == "The recording is being prepared"


def test_audio_that_was_taken_away_is_not_said_to_be_ready() -> None:
    assert standing_of(a_story(), narration(State.READY)).phase == Phase.SILENT
