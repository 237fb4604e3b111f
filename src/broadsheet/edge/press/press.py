"""Makes a page and keeps it, unless what it shows changes meanwhile: then it makes it again."""

from __future__ import annotations

import logging
import sqlite3
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from broadsheet.edge.addresses import Address
from broadsheet.edge.press.dressing import dress
from broadsheet.edge.press.rendering import PASSED_ON, Printed, render
from broadsheet.edge.press.turn import Turn
from broadsheet.edge.store.files import Mark
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.store import Store, page_store

logger = logging.getLogger(__name__)

TRIES = 3
TOO_LATE = 60.0  # seconds; what took longer is not kept


class PrintError(Exception):
    """Django could not make the page; `failing` says what failed. Trying again later may help."""

    def __init__(self, failing: str) -> None:
        super().__init__(f"The page could not be made: the {failing} fails.")
        self.failing = failing


class Press:
    """The press of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._turn = Turn(store.folder.with_name("press.lock"))

    def page(self, address: Address) -> Sheet | None:
        """The page at `address`, made now unless it stands.

        None where there is no answer that is the same for everybody, such as a form with a token. Raises
        `PrintError` where Django fails. Blocks; for threads and for the worker.
        """
        with self._turn.of(address):
            return self._print(address)

    def renew(self, address: Address) -> bool:
        """Make a page anew that is overdue, while the old one stands; whether a new one has taken its place.

        Raises `PrintError` where Django fails, `OSError` or `sqlite3.Error` where the store does: then the old one
        stands on. One that is forgotten meanwhile stays forgotten. Blocks.
        """
        with self._turn.of(address) as mine:
            return mine and self.store.index.is_overdue(address) and self._replace(address)

    def _replace(self, address: Address) -> bool:
        since, before = self._number(), self.store.standing(address)
        printed = render(address) if before else None
        if printed and printed.failed:
            raise PrintError(printed.header("broadsheet-failing") or "software")
        if printed and _may_stand(address, printed):
            return self.store.keep(address, dress(printed), since=since, before=before)
        if printed and not printed.is_page and since == self._number():
            self._drop(address)  # as when somebody asks: there is no page at its address any more
        else:
            self.store.let_be(address)
        return False

    def _print(self, address: Address) -> Sheet | None:
        printed = None
        for _ in range(TRIES):
            if found := self.store.find(address):
                return found
            since, before, began = self._number(), self.store.standing(address), time.monotonic()
            printed = render(address)
            if printed.failed:
                raise PrintError(printed.header("broadsheet-failing") or "software")
            if _may_stand(address, printed) and time.monotonic() - began < TOO_LATE:
                sheet = dress(printed)
                if self._keep(address, sheet, since=since, before=before):
                    return sheet
            elif since == self._number():
                return self._pass_on(address, printed)
        # It changes faster than it can be made: right for whoever asked, but not to be kept.
        return _for_all(printed) if printed else None

    def _pass_on(self, address: Address, printed: Printed) -> Sheet | None:
        """An answer that is not kept; where it is no page, what stood there before is out of date for good."""
        if not printed.is_page:
            self._drop(address)
        return _for_all(printed)

    def _keep(self, address: Address, sheet: Sheet, *, since: int, before: Mark | None) -> bool:
        try:
            return self.store.keep(address, sheet, since=since, before=before)
        except (OSError, sqlite3.Error) as error:
            logger.error("A page cannot be kept: %s", error, extra={"event": "page_not_kept"})
            return since == self._number()  # making it again would not make room

    def _number(self) -> int:
        try:
            return self.store.index.number()
        except (OSError, sqlite3.Error):
            return -1  # nothing can be kept now, but everything can be made

    def _drop(self, address: Address) -> None:
        try:
            self.store.drop(address)
        except (OSError, sqlite3.Error) as error:
            logger.error("A page cannot be dropped: %s", error, extra={"event": "page_not_dropped"})


def _for_all(printed: Printed) -> Sheet | None:
    """The answer, if every reader may be given it."""
    return dress(printed) if printed.is_everybodys and printed.status in {200, *PASSED_ON} else None


def _may_stand(address: Address, printed: Printed) -> bool:
    """Whether the store may keep it: its time is not over, and its page number meant something to the view."""
    record = printed.record
    return (
        printed.is_page
        and (record.until is None or record.until > time.time())
        and (address.page == 1 or record.paged)
    )


@lru_cache(maxsize=1)
def _press_of(folder: Path) -> Press:
    return Press(page_store())


def press() -> Press:
    """The press of this newsroom."""
    return _press_of(Path(settings.HOME))
