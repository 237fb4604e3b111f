"""What a mirror knows of itself: which file was made from what, so that a later run changes only what changed.

A JSON file with one line for each target, so that it is written and read line by line: the manifest of a large
archive is never in memory as a whole. Its first line, without a name, says how the mirror was made.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from broadsheet.mirror.errors import MirrorError

NAME = ".broadsheet-mirror.json"


@dataclass(slots=True)
class Entry:
    """One target. `links` are the numbers of the targets that it leads to, `missing` links without a target."""

    number: int
    etag: str
    file: str  # empty for what is read for its links alone
    size: int
    links: array[int] = field(default_factory=lambda: array("I"))
    missing: list[str] = field(default_factory=list)

    def line(self, address: str) -> str:
        """The entry as it is written."""
        value: dict[str, Any] = {"n": self.number, "etag": self.etag, "file": self.file, "size": self.size}
        if self.links:
            value["links"] = self.links.tolist()
        if self.missing:
            value["missing"] = self.missing
        words = (json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (address, value))
        return ": ".join(words)

    @classmethod
    def read(cls, value: dict[str, Any]) -> Entry:
        links = array("I", value.get("links", ()))
        return cls(value["n"], value["etag"], value["file"], value["size"], links, value.get("missing", []))


class Known:
    """What the last run wrote: `entries` by address, and for which `url`."""

    def __init__(self, file: Path, *, edition: str = "") -> None:
        self.entries: dict[str, Entry] = {}
        self.url = ""
        self._names: dict[int, str] = {}
        is_current = False
        for address, value in _lines(file):
            if not address:
                self.url, is_current = value["url"], value["edition"] == edition
                continue
            entry = Entry.read(value)
            if not is_current:
                entry.etag = (
                    ""  # made in another way: it is made anew, and written where that makes a difference
                )
            self.entries[address], self._names[entry.number] = entry, address

    def links_of(self, entry: Entry) -> Iterator[str]:
        """The addresses that an entry leads to."""
        return (self._names[number] for number in entry.links if number in self._names)


class Draft:
    """The manifest that a run is writing."""

    def __init__(self, file: IO[str], *, url: str, edition: str) -> None:
        self._file = file
        self._file.write('{\n"": ' + json.dumps({"url": url, "edition": edition}))

    def note(self, address: str, entry: Entry) -> None:
        """One target more."""
        self._file.write(f",\n{entry.line(address)}")

    def finish(self) -> None:
        """All is there."""
        self._file.write("\n}\n")


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    """Every line but the brackets, as a name and its value."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            words = line.strip().rstrip(",")
            if words in ("{", "}", ""):
                continue
            try:
                yield from json.loads(f"{{{words}}}").items()
            except ValueError:
                raise MirrorError(f"{path} is damaged: empty the folder, and export anew.") from None
