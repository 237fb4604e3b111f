"""Narrations are done by one worker each, in their turn, and tried again when they fail."""

from __future__ import annotations

import errno
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from broadsheet.narration.actions.ask import ask_for_audio
from broadsheet.narration.models import Narration, Production, Segment
from broadsheet.narration.narrator import Narrator
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.turn.claiming import LEASE, claim, end, hand_back
from broadsheet.narration.turn.trying_again import PAUSES
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.news.models import Story
from tests.factories import make_story
from tests.narration.conftest import heard, narration_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]
BODY = "It held.\n\nIt leaked."


@pytest.fixture
def asked() -> Story:
    """A story that waits for a voice."""
    story = make_story("The mole holds", body=BODY)
    ask_for_audio(story)
    return story


def be_due(story: Story) -> None:
    Narration.objects.filter(story=story).update(due_at=timezone.now())


def failing(narrator: Narrator, error: Exception, *, at: str = "It leaked.") -> Narrator:
    """Whoever is asked to say `at` fails."""

    def fails(spoken: Spoken) -> None:
        if spoken.words == at:
            raise error

    return Narrator("worker-1", find_voice=lambda _: MemoryVoice(fails=fails))


def test_two_workers_never_hold_the_same_story(asked: Story) -> None:
    first, second = claim("worker-1"), claim("worker-2")
    assert first is not None
    assert first.story_id == asked.pk
    assert second is None


def test_the_urgent_come_first_then_the_newest(asked: Story) -> None:
    older = make_story("Older", published_at=timezone.now() - timedelta(days=3))
    urgent = make_story("Urgent", published_at=timezone.now() - timedelta(days=9))
    ask_for_audio(older)
    ask_for_audio(urgent, priority=5)
    order = [held.story.headline for _ in range(3) if (held := claim("worker-1"))]
    assert order == ["Urgent", "The mole holds", "Older"]


def test_what_a_killed_worker_began_is_taken_over_when_its_lease_ends(asked: Story) -> None:
    claim("worker-1")
    assert claim("worker-2", now=timezone.now() + LEASE / 2) is None
    taken = claim("worker-2", now=timezone.now() + LEASE * 1.1)
    assert taken is not None
    assert taken.worker == "worker-2"


def test_what_a_dead_worker_of_this_home_began_is_handed_back_at_once(asked: Story) -> None:
    claim("worker-1")
    assert hand_back(["worker-1"]) == 1
    assert claim("worker-2") is not None


def test_who_lost_a_claim_ends_nothing(asked: Story) -> None:
    lost = claim("worker-1")
    assert lost is not None
    hand_back(["worker-1"])
    claim("worker-2")
    end(lost, Narration.State.READY)
    assert narration_of(asked).state == Narration.State.VOICING


def test_an_edit_that_comes_meanwhile_is_voiced_next(asked: Story) -> None:
    held = claim("worker-1")
    assert held is not None
    ask_for_audio(asked)
    assert claim("worker-2") is None
    end(held, Narration.State.READY)
    assert narration_of(asked).state == Narration.State.QUEUED
    assert claim("worker-2") is not None


def test_a_voice_that_fails_half_way_keeps_what_it_said_and_is_tried_again(
    asked: Story, narrator: Narrator, voice: MemoryVoice
) -> None:
    failing(narrator, VoiceError("The voice does not answer.")).voice_all()
    narration = narration_of(asked)
    assert (narration.state, narration.production) == (Narration.State.QUEUED, None)
    assert narration.reason == "The voice does not answer."
    assert Segment.objects.filter(words="It held.").exists()
    assert narrator.voice_all() == 0  # not before its pause is over
    be_due(asked)
    narrator.voice_all()
    assert [spoken.words for spoken in voice.spoken] == ["It leaked."]
    assert narration_of(asked).reason == ""
    assert heard(asked).lines == 3


def test_after_the_last_pause_it_says_what_is_wrong(asked: Story, narrator: Narrator) -> None:
    broken = failing(narrator, VoiceError("The voice does not answer."))
    for _ in range(len(PAUSES) + 1):
        be_due(asked)
        broken.voice_all()
    narration = narration_of(asked)
    assert (narration.state, narration.reason) == (Narration.State.FAILED, "The voice does not answer.")
    ask_for_audio(asked)
    narrator.voice_all()
    assert narration_of(asked).state == Narration.State.READY


def test_what_trying_again_cannot_help_fails_at_once(asked: Story, narrator: Narrator) -> None:
    failing(narrator, VoiceError("The key is refused.", again=False)).voice_all()
    assert narration_of(asked).state == Narration.State.FAILED


def test_the_old_audio_stays_until_the_new_is_whole(asked: Story, narrator: Narrator) -> None:
    narrator.voice_all()
    before = heard(asked)
    story = Story.objects.get(pk=asked.pk)
    story.title = "The mole breaks"
    story.save_revision().publish()
    ask_for_audio(story)
    failing(narrator, VoiceError("No."), at="The mole breaks").voice_all()
    assert heard(asked).pk == before.pk
    assert all(default_storage.exists(name) for name in before.file_names())


@pytest.mark.parametrize("at", ["pack", "save"])
def test_a_full_disk_is_named_and_leaves_nothing_partial(
    asked: Story, narrator: Narrator, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")

    def refuse(*_: object, **__: object) -> None:
        raise full

    where = {
        "pack": "broadsheet.narration.segments.keeping.pack",
        "save": "broadsheet.narration.making.files.default_storage.save",
    }
    monkeypatch.setattr(where[at], refuse)
    narrator.voice_all()
    assert narration_of(asked).reason == "The audio could not be kept: No space left on device."
    assert not Production.objects.exists()


def test_what_nobody_foresaw_is_told_in_plain_words(asked: Story, narrator: Narrator) -> None:
    failing(narrator, RuntimeError("segfault in libfoo")).voice_all()
    narration = narration_of(asked)
    assert narration.state == Narration.State.QUEUED
    assert "libfoo" not in narration.reason
    assert "worker's log" in narration.reason


def test_one_storys_trouble_keeps_no_other_silent(asked: Story, narrator: Narrator) -> None:
    other = make_story("Another", body="Fine.")
    ask_for_audio(other)
    failing(narrator, RuntimeError("no")).voice_all()
    assert heard(other).lines == 2


def test_a_story_without_words_is_silent(narrator: Narrator) -> None:
    story = make_story("…", slug="dots", body="")
    ask_for_audio(story)
    narrator.voice_all()
    assert narration_of(story).state == Narration.State.SILENT
