"""The spool's folder: what waits in it, and what was refused.

```
spool/lock                          held by the one process that takes in
spool/waiting/<time>-<uuid>.json    an act, `<time>-<uuid>.2.json` once it was tried twice
spool/refused/<time>-<uuid>.json    an act that could not be done, and why in `<time>-<uuid>.why.txt`
```
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import UUID, uuid4

from django.conf import settings

from broadsheet.edge.spool.errors import SpoolError

FILE = re.compile(r"(?P<name>[^.].*?)(?:\.(?P<tries>\d{1,9}))?\.json")
NAME = re.compile(r"(?P<time>\d{20})-(?P<act>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def spool_folder() -> Path:
    """Where this home keeps acts."""
    return Path(settings.HOME) / "spool"


def waiting_folder() -> Path:
    """Where acts wait to be taken in."""
    return spool_folder() / "waiting"


def refused_folder() -> Path:
    """Where acts lie that could not be done."""
    return spool_folder() / "refused"


def waiting() -> int:
    """How many acts wait."""
    return sum(1 for _ in slips(waiting_folder()))


def refused() -> int:
    """How many acts were refused and wait for a person."""
    return sum(1 for _ in slips(refused_folder()))


def longest_wait() -> float:
    """Seconds that the oldest act has waited; 0 where none does."""
    # A stranger's file has no time of arrival; it is refused within five beats.
    ages = [slip.age for slip in slips(waiting_folder()) if NAME.fullmatch(slip.name)]
    return max(ages, default=0.0)


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """What an act's file is called; sorts by how often the act was tried, then by its time of arrival."""

    tries: int
    name: str

    @classmethod
    def new(cls) -> Self:
        """For an act that arrives now."""
        return cls(0, f"{time.time_ns():020d}-{uuid4()}")

    @property
    def file(self) -> str:
        return f"{self.name}.{self.tries}.json" if self.tries else f"{self.name}.json"

    @property
    def act(self) -> UUID:
        """Which act it is; raises `SpoolError` where the name does not say."""
        return UUID(self._parts["act"])

    @property
    def age(self) -> float:
        """Seconds since the act arrived."""
        return time.time() - int(self._parts["time"]) / 1e9

    @property
    def _parts(self) -> re.Match[str]:
        parts = NAME.fullmatch(self.name)
        if parts is None:
            raise SpoolError(f"No act's file is called “{self.name}”.")
        return parts


def slips(folder: Path) -> Iterator[Slip]:
    """The acts in a folder, in no order; half-written files are none."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  # a hundred thousand names cost no hundred thousand paths
    except FileNotFoundError:  # nothing has ever been spooled
        return
    for name in names:
        if parts := FILE.fullmatch(name):
            yield Slip(int(parts["tries"] or 0), parts["name"])
