"""What listeners get now, with what an editor wants to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime

from broadsheet.narration.desk.clock import clock
from broadsheet.narration.listening import Listening, listening_of
from broadsheet.narration.models import Narration, Production
from broadsheet.narration.script.passages import passages_of
from broadsheet.news.models import Story

Facts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Heard:
    """The player, the facts, and whether the story was edited since somebody recorded it."""

    production: Production
    listening: Listening
    facts: Facts
    is_outdated: bool


def heard_of(story: Story, narration: Narration | None) -> Heard | None:
    """What there is to listen to."""
    made = narration.production if narration else None
    if made is None:
        return None
    return Heard(made, listening_of(made, story.headline), facts_of(made), _is_outdated(story, made))


def facts_of(made: Production) -> Facts:
    """How long it is, whose voice it is, and how it came to be."""
    facts = [("Length", clock(made.seconds)), ("Made", _moment(made.made_at))]
    if not made.is_synthetic:
        return [("Voice", "A person’s"), *facts, ("Brought by", _name(made.recorded_by))]
    approved = (
        f"by {_name(made.approved_by)}, {_moment(made.approved_at)}" if made.approved_at else "by nobody yet"
    )
    return [
        ("Voice", f"{made.voice} ({made.provider})"),
        *facts,
        ("Sentences", sentences(made)),
        ("Lexicon", ", ".join(made.terms) or "no entry used"),
        ("Approved", approved),
    ]


def sentences(made: Production) -> str:
    """How many, and how many of them were there before."""
    if not made.lines_reused:
        return f"{made.lines}, all voiced anew"
    return f"{made.lines}, {made.lines_reused} of them reused"


def _is_outdated(story: Story, made: Production) -> bool:
    if made.is_synthetic:
        return False
    return made.words != "\n".join(passage.words for passage in passages_of(story))


def _name(user: object) -> str:
    return (getattr(user, "get_full_name", str)() or str(user)) if user else "somebody who is gone"


def _moment(at: object) -> str:
    return date_format(localtime(at), "j F Y, H:i")  # type: ignore[arg-type]  # it is a moment
