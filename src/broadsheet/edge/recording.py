"""While a page is made, what it shows is written down by itself.

Every instance that Django makes from a row is noted (`watch`); lists note themselves where they are asked
for, since what is missing from a list leaves no trace. Outside of `recording()` all of this costs nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models.signals import post_init

from broadsheet.edge.tags import LISTS, tag_of

DEEP_SECONDS = 60  # how old the further pages of a list may be: each new story moves all of them on by one


@dataclass(slots=True)
class Record:
    """What a page shows, and until when it can be right."""

    things: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)  # what may be shown a minute old
    until: float | None = None  # seconds since 1970; None: as long as nothing changes
    paged: bool = False  # whether the page of a list was asked for
    deep: bool = False
    unnoted: bool = False  # whether instances are passed over just now

    @property
    def tags(self) -> frozenset[str]:
        """Everything whose change makes the page old."""
        return frozenset(self.things if self.deep else self.things | self.lists)

    @property
    def loose_tags(self) -> frozenset[str]:
        """What the page may show a minute old, and does not show otherwise."""
        return frozenset(self.loose) - self.tags

    def end(self, moment: float) -> None:
        self.until = moment if self.until is None else min(self.until, moment)


_current: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording() -> Iterator[Record]:
    """Write down what is shown within."""
    record = Record()
    token = _current.set(record)
    try:
        yield record
    finally:
        _current.reset(token)


def note(*tags: str) -> None:
    """The page being made shows, or would show, these."""
    record = _current.get()
    if record is not None:
        record.things.update(tags)


def note_loosely(*tags: str) -> None:
    """The page being made shows these, and may show them a minute old: their change does not forget it.

    It is made again in the background (decision 15). Whatever it notes in another way as well stays strict.
    """
    record = _current.get()
    if record is not None:
        record.loose.update(tags)


@contextmanager
def unnoted() -> Iterator[None]:
    """Instances that are loaded within are not noted; what is said by `note…` is.

    For what is noted loosely as a whole: each of its rows, noted by itself, would make the page old at once.
    """
    record = _current.get() or Record()
    before, record.unnoted = record.unnoted, True
    try:
        yield
    finally:
        record.unnoted = before


def note_list(*tags: str) -> None:
    """The page being made shows a part of these lists of stories."""
    record = _current.get()
    if record is not None:
        record.lists.update(tags)
        record.things.add(LISTS)


def note_until(moment: datetime | None) -> None:
    """The page being made is right until `moment` at the latest."""
    record = _current.get()
    if record is not None and moment is not None:
        record.end(moment.timestamp())


def note_page(number: int) -> None:
    """The page being made is page `number` of a list.

    The first is made anew whenever the list changes. The further ones, which hardly anybody reads, are for a
    minute: otherwise each story would throw away hundreds of them.
    """
    record = _current.get()
    if record is None:
        return
    record.paged = True
    if number > 1:
        record.deep = True
        record.end(time.time() + DEEP_SECONDS)


def watch(instance: Any, **_: Any) -> None:
    """Note an instance that was made from a row."""
    record = _current.get()
    if record is not None and not record.unnoted and (tag := tag_of(instance)):
        record.things.add(tag)


def connect() -> None:
    """Called once, when the app is ready."""
    post_init.connect(watch, dispatch_uid="edge_recording")
