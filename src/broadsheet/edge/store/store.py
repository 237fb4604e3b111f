"""Keeps pages, finds them, and forgets them: the same for every process of this machine."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.files import LAST, Files, Mark
from broadsheet.edge.store.index import Index
from broadsheet.edge.store.sheet import Sheet

logger = logging.getLogger(__name__)


class Store:
    """The pages below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = Files(folder)
        self.index = Index(folder / ".index", begin=self.files.throw_away)

    def find(self, address: Address) -> Sheet | None:
        """The page as it stands; None where it must be made."""
        path = self.files.path(address)
        before = self.files.mark(path)
        if before is None:
            return None
        sheet = self.files.read(path)
        if sheet is None or self.files.mark(path) != before:  # it was replaced while we read
            return None
        return sheet if sheet.until is None or sheet.until > time.time() else None

    def last(self, address: Address) -> Sheet | None:
        """The last good page, however old: for when there can be no better one."""
        path = self.files.path(address)
        # It may take the place of its last copy between the two looks.
        return self.files.read(path) or self.files.read(path, last=True) or self.files.read(path)

    def knew(self, address: Address) -> bool:
        """Whether there was a page once, which is no proof that there is one now."""
        path = self.files.path(address)
        return self.files.mark(path) is not None or self.files.mark(path + LAST) is not None

    def standing(self, address: Address) -> Mark | None:
        """What the page that stands is known by, to tell afterwards whether it was replaced."""
        return self.files.mark(self.files.path(address))

    def keep(self, address: Address, sheet: Sheet, *, since: int, before: Mark | None = None) -> bool:
        """Let the page stand, in place of the one known by `before`.

        False when something that it shows has changed since number `since`, or another page stands now: that
        one may be younger. Raises `OSError` or `sqlite3.Error` where there is no room.
        """
        path = self.files.path(address)
        # First known, then there: a process that dies in between leaves a page that is known and not there.
        sheet = replace(sheet, since=since)
        self.index.expect(address, sheet)
        with self.index.writing() as db:
            if self.index.is_old(sheet, since=since) or self.files.mark(path) != before:
                return False
            if not self.index.expects(db, address, sheet):
                return False
            self.files.write(path, sheet, after=self.index.floor(db))
            self.index.stand(db, address, sheet)
            if self.index.is_current():
                return True
            # The index was thrown away meanwhile: this page is not in the new one.
            self.files.remove(path)
        return False

    def forget(self, tags: Collection[str], *, gone: bool = False) -> list[Address]:
        """Take away every page that shows one of `tags`; `gone` with all its copies. Returns which.

        What shows it loosely stays, and is overdue; unless it is gone, since nobody may see that for a minute more.
        Raises `OSError` where files cannot be taken away; all others are.
        """
        if not tags:
            return []
        try:
            with self.index.writing() as db:
                self.index.note_forgotten(db, tags, gone=gone)
                addresses = self.index.showing(db, tags, gone=gone)
                stuck = self._take(db, addresses, gone=gone)
        except sqlite3.Error:
            logger.exception("The index of pages fails: all are thrown away", extra={"event": "index_failed"})
            self.clear()
            return []
        if stuck:
            raise stuck[0]
        return addresses

    def expire(self) -> int:
        """Take away the pages whose time is over; returns how many."""
        with self.index.writing() as db:
            addresses = self.index.expired(db, time.time())
            self._take(db, addresses, gone=False)
        return len(addresses)

    def overdue(self, *, older_than: float, most: int) -> list[Address]:
        """The pages, made more than so many seconds ago, of which something that they show loosely has changed."""
        return self.index.overdue(made_before=time.time() - older_than, most=most)

    def let_be(self, address: Address) -> None:
        """Have a page that is overdue stay as it is until there is more to it; one that is not there is not overdue."""
        with self.index.writing() as db:
            self.index.let_be(db, address)
            if self.standing(address) is None:
                self.index.put_away(db, [address])

    def drop(self, address: Address) -> None:
        """Leave nothing of one page: there is nothing at its address any more."""
        if self.knew(address):
            with self.index.writing() as db:
                self._take(db, [address], gone=True)

    def clear(self) -> None:
        """Leave nothing at all; for an index that cannot be trusted."""
        self.index.throw_away()
        self.files.throw_away()

    def _take(self, db: sqlite3.Connection, addresses: list[Address], *, gone: bool) -> list[OSError]:
        """Take pages away; returns why some could not be. One that is stuck does not keep the others."""
        taken, stuck, second = [], [], 0
        for address in addresses:
            path = self.files.path(address)
            try:
                if gone:
                    second = max(second, self.files.remove(path))
                else:
                    self.files.put_away(path)
                taken.append(address)
            except OSError as error:
                stuck.append(error)
        if gone:
            self.index.raise_floor(db, second)
            self.files.sweep()
        (self.index.remove if gone else self.index.put_away)(db, taken)
        return stuck


@lru_cache(maxsize=1)
def _store_in(folder: Path) -> Store:
    return Store(folder)


def page_store() -> Store:
    """The store of this newsroom."""
    return _store_in(Path(settings.HOME) / "pages")
