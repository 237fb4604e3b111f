"""How the audio of a story stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from broadsheet.narration.models import Narration
from broadsheet.narration.script.passages import language_of
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.opening import voice_for
from broadsheet.news.models import Story

State = Narration.State
NEVER = "This story is not read aloud: an editor decided so."
BY_ITSELF = "It is voiced by itself when the story is published, and again after each edit."
OLDER = "It was published before there was a voice for it. Once it is voiced, its audio follows each edit."
GONE = "Its audio was taken away. It can be made again once everybody may read the story."
RECORDED = "A person recorded it: no voice is asked."
NOBODY_TRIES = "Nobody tries again by itself: put right what is wrong, then have it voiced again."


class Phase(StrEnum):
    """What there is to see."""

    AHEAD = "ahead"
    UNWANTED = "unwanted"
    QUEUED = "queued"
    VOICING = "voicing"
    READY = "ready"
    FAILED = "failed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Standing:
    """A heading, a sentence, how much is done, and when it is tried again."""

    phase: Phase
    heading: str
    words: str = ""
    percent: int | None = None
    again_at: datetime | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether it changes by itself soon."""
        return self.phase in (Phase.QUEUED, Phase.VOICING)

    def as_dict(self) -> dict[str, str | int | None]:
        """For the panel's script."""
        return {
            "phase": self.phase,
            "heading": self.heading,
            "words": self.words,
            "percent": self.percent,
        }


def standing_of(story: Story, narration: Narration | None) -> Standing:
    """Where it stands. `story` may never have been saved."""
    if narration is not None and not narration.is_wanted:
        return Standing(Phase.UNWANTED, "No audio", NEVER)
    if narration is None or (not story.live and narration.production is None):
        return _ahead(story)
    return _STANDINGS[State(narration.state)](narration)


def _ahead(story: Story) -> Standing:
    try:
        voice_for(language_of(story))
    except VoiceError as error:
        return Standing(Phase.SILENT, "Not read aloud", str(error))
    if story.pk and story.live:  # one that was never saved counts as live
        return Standing(Phase.AHEAD, "Not voiced yet", OLDER)
    return Standing(Phase.AHEAD, "Read aloud once it is published", BY_ITSELF)


def _queued(narration: Narration) -> Standing:
    if narration.reason:
        return Standing(
            Phase.QUEUED, "It did not work, and is tried again", narration.reason, again_at=narration.due_at
        )
    if narration.recording:
        return Standing(Phase.QUEUED, "The recording is being prepared", "It waits for the worker.")
    return Standing(Phase.QUEUED, "Waiting for its voice", "It begins as soon as the worker is free.")


def _voicing(narration: Narration) -> Standing:
    if narration.recording:
        return Standing(Phase.VOICING, "The recording is being prepared", "This takes a minute at most.")
    if not narration.lines:
        return Standing(Phase.VOICING, "Being voiced", "The script is being written.")
    done = f"{narration.lines_done} of {narration.lines} sentences"
    return Standing(Phase.VOICING, "Being voiced", done, percent=narration.percent)


def _ready(narration: Narration) -> Standing:
    made = narration.production
    if made is None:
        return Standing(Phase.SILENT, "Not read aloud", GONE)
    if not made.is_synthetic:
        return Standing(Phase.READY, "Recorded by a person", RECORDED)
    return Standing(Phase.READY, "Ready to be heard")


def _failed(narration: Narration) -> Standing:
    reason = " ".join(filter(None, (narration.reason, NOBODY_TRIES)))
    return Standing(Phase.FAILED, "It could not be voiced", reason)


def _silent(narration: Narration) -> Standing:
    return Standing(Phase.SILENT, "Not read aloud", narration.reason)


_STANDINGS = {
    State.QUEUED: _queued,
    State.VOICING: _voicing,
    State.READY: _ready,
    State.FAILED: _failed,
    State.SILENT: _silent,
}
