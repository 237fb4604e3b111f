"""Who is reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from broadsheet.wire.stream.reader import Reader


class Roll:
    """The readers of a process, in so many slots: what is due for all within a while is due for one slot at a time."""

    def __init__(self, slots: int) -> None:
        self._slots: list[dict[Reader, None]] = [{} for _ in range(slots)]
        self._turns = count()

    def __len__(self) -> int:
        return sum(map(len, self._slots))

    def __contains__(self, reader: Reader) -> bool:
        return reader in self._slots[reader.slot]

    def __iter__(self) -> Iterator[Reader]:
        """All of them; they may come and go meanwhile."""
        for slot in self._slots:
            yield from list(slot)

    def add(self, reader: Reader) -> None:
        reader.slot = next(self._turns) % len(self._slots)
        self._slots[reader.slot][reader] = None

    def remove(self, reader: Reader) -> None:
        self._slots[reader.slot].pop(reader, None)

    def of_slot(self, turn: int) -> list[Reader]:
        """Those whose turn it is."""
        return list(self._slots[turn % len(self._slots)])
