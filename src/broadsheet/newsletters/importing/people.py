"""What a row says about somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from broadsheet.kit.cells import unguarded
from broadsheet.newsletters.importing.addresses import cleaned
from broadsheet.newsletters.importing.columns import Columns
from broadsheet.newsletters.importing.errors import RowRefusedError
from broadsheet.newsletters.importing.moments import moment_of
from broadsheet.newsletters.importing.states import ACTIVE, state_of
from broadsheet.newsletters.importing.table import MOST_COLUMNS, Table
from broadsheet.newsletters.models.subscriber import key_of


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the file."""

    line: int
    address: str
    key: str
    state: str
    joined: datetime | None
    left: datetime | None
    consent: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is of no use, and why."""

    line: int
    said: str
    reason: str


class Reader:
    """Reads rows by the columns that were recognised or named."""

    def __init__(self, table: Table, columns: Columns, *, now: datetime) -> None:
        self._table, self._now = table, now
        self._is_ours = columns.is_ours
        self._default = columns.default_state
        self._address, *_ = columns.fields["address"]
        self._state, self._joined, self._left, self._consent = (
            columns.fields.get(what, []) for what in ("state", "joined", "left", "consent")
        )

    def people(self) -> Iterator[Person | Refused]:
        """Every row, in the order of the file."""
        for line, cells in self._table.rows():
            said = self._said(cells, self._address)
            try:
                yield self._person(line, said, cells)
            except RowRefusedError as error:
                yield Refused(line, said, str(error))

    def _person(self, line: int, said: str, cells: list[str]) -> Person:
        if len(cells) > MOST_COLUMNS:
            raise RowRefusedError(f"It has {len(cells):,} columns.")
        if not said:
            raise RowRefusedError("There is no address.")
        address = cleaned(said)
        state = state_of(self._first(cells, self._state)) if self._state else self._default
        joined = moment_of(self._first(cells, self._joined), now=self._now)
        left = None if state == ACTIVE else moment_of(self._first(cells, self._left), now=self._now)
        return Person(line, address, key_of(address), state, joined, left, self._first(cells, self._consent))

    def _first(self, cells: list[str], places: list[int]) -> str:
        """The first of the cells that says something."""
        return next((said for place in places if (said := self._said(cells, place))), "")

    def _said(self, cells: list[str], place: int) -> str:
        if place >= len(cells):
            return ""
        return unguarded(cells[place]).strip() if self._is_ours else cells[place].strip()
