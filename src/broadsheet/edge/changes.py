"""Makes known that something which readers see has changed.

Within the transaction a row says so (`models.Change`); after its commit, and before whoever committed goes on,
every page that shows the old state is forgotten on this machine, on the others, and in the CDN.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from broadsheet.edge.following import follow
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
        _write_down(named, gone=gone, ahead=ahead)


def _write_down(tags: set[str], *, gone: bool, ahead: Collection[str]) -> None:
    waiting = _waiting(gone=gone)
    notice = waiting or Notice(gone=gone)
    notice.add(tags, ahead)
    if waiting is None:
        transaction.on_commit(notice)  # outside of any transaction: at once


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
        follow(self._rows, self._tags, gone=self.gone, ahead=self._ahead)


def _waiting(*, gone: bool) -> Notice | None:
    """The notice of this transaction, or of the part of it that may still be rolled back by itself."""
    here = set(connection.savepoint_ids)
    # Django drops from this list by itself what is rolled back.
    for savepoints, function, *_ in connection.run_on_commit:
        if isinstance(function, Notice) and function.gone == gone and savepoints == here:
            return function
    return None
