"""Makes known that something which readers see has changed.

Within the transaction a row says so (`models.Change`); after its commit, and before whoever committed goes on,
every page that shows the old state is forgotten on this machine, on the others, and in the CDN.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from broadsheet.edge.models import Change
from broadsheet.edge.tags import EVERYTHING

_at_once: ContextVar[_Bulk | None] = ContextVar("at_once", default=None)


def changed(tags: Iterable[str], *, gone: bool = False, ahead: Collection[str] = ()) -> None:
    """These things or lists have changed; `gone`: nobody may see the old state again, not even from a lifeboat.

    `ahead` are paths of pages to make again at once, before a reader asks.
    """
    if not settings.PAGE_STORE:
        return
    named = {tag for tag in tags if tag}
    bulk = _at_once.get()
    if bulk is not None:
        bulk.gone |= gone
    elif named:
        _notice(gone=gone).add(named, ahead)


@contextmanager
def one_change_for_all() -> Iterator[None]:
    """For bulk work such as an import: says nothing of each change, and in the end that everything has changed."""
    bulk = _Bulk()
    token = _at_once.set(bulk)
    try:
        yield
    finally:
        _at_once.reset(token)
        changed([EVERYTHING], gone=bulk.gone)


@dataclass(slots=True)
class _Bulk:
    """Work under way that is made known when it ends."""

    gone: bool = False


class Notice:
    """What one transaction has changed, followed when it is committed."""

    def __init__(self, *, gone: bool) -> None:
        self.gone = gone
        self._tags: set[str] = set()
        self._rows: list[int] = []
        self._ahead: set[str] = set()

    def add(self, tags: set[str], ahead: Collection[str]) -> None:
        """Take these in, and write down what was not known yet."""
        self._ahead.update(ahead)
        more = tags - self._tags
        if more:
            self._tags |= more
            self._rows.append(Change.objects.create(tags=sorted(more), gone=self.gone).pk)

    def __call__(self) -> None:
        """After the commit."""
        from broadsheet.edge.following import follow

        follow(self._rows, self._tags, gone=self.gone, ahead=self._ahead)


def _notice(*, gone: bool) -> Notice:
    """The notice of this transaction, or of the part of it that may still be rolled back by itself."""
    here = set(connection.savepoint_ids)
    for savepoints, function, *_ in _waiting():
        if isinstance(function, Notice) and function.gone == gone and savepoints == here:
            return function
    notice = Notice(gone=gone)
    if connection.in_atomic_block:
        transaction.on_commit(notice)
        return notice
    return _Immediate(gone=gone)


def _waiting() -> list[Any]:
    """What Django will call after the commit; it drops by itself what is rolled back."""
    return list(connection.run_on_commit)


class _Immediate(Notice):
    """Outside of any transaction each statement is committed at once."""

    def add(self, tags: set[str], ahead: Collection[str]) -> None:
        super().add(tags, ahead)
        self()
