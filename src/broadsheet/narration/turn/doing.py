"""Does one narration from its claim to its end, whatever happens."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError

from broadsheet.narration.actions.forget_files import discard
from broadsheet.narration.actions.withdraw import withdraw
from broadsheet.narration.making.errors import ClaimLostError, NothingToSayError
from broadsheet.narration.making.produce import produce
from broadsheet.narration.making.publishing import publish
from broadsheet.narration.making.recorded import produce_recorded
from broadsheet.narration.making.voicing import Progress
from broadsheet.narration.models import Narration, Production
from broadsheet.narration.script.passages import language_of
from broadsheet.narration.sound import SoundError
from broadsheet.narration.turn.claiming import end, show_progress
from broadsheet.narration.turn.trying_again import give_up, try_again
from broadsheet.narration.voices.contract import Voice, VoiceError
from broadsheet.news.models import Story

logger = logging.getLogger(__name__)

FindVoice = Callable[[str], Voice]
OFTEN = 0.5  # seconds between two signs of progress


def do(narration: Narration, find_voice: FindVoice) -> None:
    """Make its audio and put it in place. Only an error of the database itself is raised."""
    try:
        _make(narration, find_voice)
    except ClaimLostError:
        logger.warning("Story %s is somebody else's now", narration.story_id, extra={"event": "claim_lost"})
    except (OperationalError, InterfaceError):
        raise
    except NothingToSayError as error:
        _be_silent(narration, str(error))
    except VoiceError as error:
        (try_again if error.again else give_up)(narration, str(error))
    except SoundError as error:
        try_again(narration, str(error))
    except OSError as error:
        try_again(narration, f"The audio could not be kept: {error.strerror or error}.")
    except Exception:  # one story's trouble must not keep the others silent
        logger.exception("The narrator stumbled", extra={"event": "narrator_stumbled"})
        try_again(narration, "Something went wrong that was not foreseen: the worker's log says what.")


def _make(narration: Narration, find_voice: FindVoice) -> None:
    reason = why_silent(narration)
    if reason:
        _be_silent(narration, reason)
        return
    if narration.recording:
        made = produce_recorded(narration)
    else:
        try:
            voice = find_voice(language_of(narration.story))
        except VoiceError as error:
            _be_silent(narration, str(error))
            return
        made = produce(narration, voice, _progress(narration))
    if made is not None:
        _put_in_place(made, narration)
    end(narration, Narration.State.READY)


def why_silent(narration: Narration) -> str:
    """Why nobody is to hear this story, or nothing."""
    if not narration.is_wanted:
        return "An editor wants no audio for this story."
    if not Story.objects.published().filter(pk=narration.story_id).exists():
        return "The story is not published for everybody."
    return ""


def _be_silent(narration: Narration, reason: str) -> None:
    """Nobody will voice it: what was heard before would say what readers read no more."""
    if narration.production_id:
        withdraw([narration.story_id])
    end(narration, Narration.State.SILENT, reason=reason)


def _put_in_place(made: Production, narration: Narration) -> None:
    try:
        publish(made, narration)
    except BaseException:
        discard(made)
        raise
    logger.info(
        "Story %s can be heard: %s",
        narration.story_id,
        made,
        extra={"event": "narration_ready", "story": narration.story_id},
    )


def _progress(narration: Narration) -> Progress:
    shown = 0.0

    def progress(done: int, lines: int) -> None:
        nonlocal shown
        if done == lines or time.monotonic() - shown >= OFTEN:
            shown = time.monotonic()
            show_progress(narration, done=done, lines=lines)

    return progress
