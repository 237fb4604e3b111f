"""The text of an edition, from its head to its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadsheet.newsletters.rendering.frame import Frame
from broadsheet.newsletters.rendering.newsroom_words import date_in_words, newsroom_words
from broadsheet.newsletters.rendering.parts import Part
from broadsheet.newsletters.rendering.text.lines import WIDTH, underlined, wrapped
from broadsheet.newsletters.rendering.text.parts import written
from broadsheet.newsletters.rendering.text.rich import Notes

GAP = "\n\n"


def text_of(frame: Frame, parts: Iterable[Part]) -> str:
    """The whole text, in lines of `WIDTH` columns. What is personal to a reader in it is `slots.TOKEN`."""
    notes = Notes()
    with newsroom_words():
        words = [words for part in parts if (words := written(part, notes))]
        return GAP.join([_head(frame), *words, "-" * WIDTH, *_foot(frame)]) + "\n"


def words_of(parts: Iterable[Part]) -> str:
    """What the blocks say, without head and foot; empty where they say nothing."""
    notes = Notes()
    with newsroom_words():
        return GAP.join(words for part in parts if (words := written(part, notes)))


def _head(frame: Frame) -> str:
    day = date_in_words(frame.date)
    under = f"{day} · with {frame.host}" if frame.host else day
    return "\n".join([wrapped(frame.paper), underlined(frame.newsletter, "="), wrapped(under)])


def _foot(frame: Frame) -> Iterator[str]:
    yield wrapped(
        f"You get {frame.newsletter} because you asked for it at {frame.paper}. "
        "We do not track what you open or where you click."
    )
    yield f"Unsubscribe:\n{frame.leave_url}\nChange what you get:\n{frame.preferences_url}"
    if frame.view_url:
        yield f"Read it in your browser:\n{frame.view_url}"
    yield "\n".join(
        wrapped(line) for line in (frame.paper, frame.makers, frame.contact, frame.paper_url) if line
    )
