"""A narration as a line of the report, on the screen and in a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from broadsheet.narration.desk.clock import clock
from broadsheet.narration.models import Narration

Cell = str | int | float | datetime


def headline(narration: Narration) -> str:
    """Of which story."""
    return narration.story.headline


def state(narration: Narration) -> str:
    """How it stands, and why."""
    return narration.get_state_display()


def voice(narration: Narration) -> str:
    """Who is heard."""
    made = narration.production
    if made is None:
        return ""
    return made.voice if made.is_synthetic else made.get_origin_display()


def length(narration: Narration) -> str:
    """Minutes and seconds."""
    return clock(narration.production.seconds) if narration.production else ""


def sentences(narration: Narration) -> str:
    """“41 reused, 1 voiced”."""
    made = narration.production
    if made is None or not made.lines:
        return ""
    return f"{made.lines_reused} reused, {made.lines - made.lines_reused} voiced"


def work(narration: Narration) -> str:
    """Seconds of computing."""
    made = narration.production
    return f"{made.seconds_of_work:.1f} s" if made else ""


def approved(narration: Narration) -> str:
    """By whom, for a synthetic voice."""
    made = narration.production
    if made is None or not made.approved_at:
        return ""
    return str(made.approved_by.get_full_name() or made.approved_by) if made.approved_by else "yes"


def _number(ask: Callable[[Any], Cell]) -> Callable[[Narration], Cell]:
    """A number of the production; an empty cell where there is none."""
    return lambda narration: ask(narration.production) if narration.production else ""


# What goes into a file: numbers stay numbers there.
EXPORT: dict[str, tuple[str, Callable[[Narration], Cell]]] = {
    "story": ("Story", headline),
    "state": ("State", state),
    "reason": ("Reason", lambda narration: narration.reason),
    "voice": ("Voice", voice),
    "seconds": ("Length in seconds", _number(lambda made: made.seconds)),
    "reused": ("Sentences reused", _number(lambda made: made.lines_reused)),
    "voiced": ("Sentences voiced", _number(lambda made: made.lines - made.lines_reused)),
    "work": ("Seconds of computing", _number(lambda made: made.seconds_of_work)),
    "made": ("Made", _number(lambda made: made.made_at)),
    "approved": ("Approved by", approved),
}
