"""Reads an event stream as the WHATWG tells browsers to, for tests.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n)")


@dataclass(slots=True)
class Heard:
    """A message as a page's script gets it."""

    event: str
    data: str
    last_id: str

    @property
    def json(self) -> Any:
        return json.loads(self.data)


@dataclass(slots=True)
class EventStream:
    """What a browser has made of the bytes so far."""

    heard: list[Heard] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    last_id: str = ""
    retry: int = 0
    _rest: bytes = b""
    _began: bool = False
    _fields: dict[str, str] = field(default_factory=dict)

    def feed(self, words: bytes) -> EventStream:
        """Take more bytes, wherever they were cut."""
        self._rest += words
        if not self._began and self._rest:
            self._rest = self._rest.removeprefix(b"\xef\xbb\xbf")
            self._began = True
        # A “\r” at the very end may be the half of a “\r\n”.
        end = 0
        for match in LINE.finditer(self._rest.removesuffix(b"\r")):
            self._line(match[1].decode("utf-8", "replace"))
            end = match.end()
        self._rest = self._rest[end:]
        return self

    @property
    def names(self) -> list[str]:
        return [message.event for message in self.heard]

    @property
    def ids(self) -> list[str]:
        """Ids of the messages that have one of their own, in order."""
        return [message.last_id for message in self.heard if message.event in ("item", "gone", "banner")]

    def _line(self, line: str) -> None:
        name, colon, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            self._dispatch()
        elif not name and colon:
            self.comments.append(value)
        elif name == "data":
            self._fields["data"] = self._fields.get("data", "") + value + "\n"
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "event":
            self._fields["event"] = value
        elif name == "retry" and re.fullmatch("[0-9]+", value):
            self.retry = int(value)

    def _dispatch(self) -> None:
        fields, self._fields = self._fields, {}
        if fields.get("data"):
            data = fields["data"].removesuffix("\n")
            self.heard.append(Heard(fields.get("event") or "message", data, self.last_id))


def read(words: bytes) -> EventStream:
    """The whole stream at once."""
    return EventStream().feed(words)
