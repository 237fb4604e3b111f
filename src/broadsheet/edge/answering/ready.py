"""A page as it leaves: messages for every encoding, made once."""

from __future__ import annotations

import gzip
import sys
from email.utils import formatdate
from typing import Any

from broadsheet.edge.answering.asking import Asking
from broadsheet.edge.answering.negotiation import encoding_for, has_it
from broadsheet.edge.store.files import Mark
from broadsheet.edge.store.sheet import GZIP, IDENTITY, Sheet

Message = dict[str, Any]
RawHeaders = list[tuple[bytes, bytes]]
EMPTY: Message = {"type": "http.response.body", "body": b""}


class Ready:
    """A sheet, in memory. Whole words are unpacked for the few who cannot take less."""

    __slots__ = (
        "_answers", "_bodies", "_modified", "loose", "made_at", "mark", "path", "since", "size", "until",
    )  # fmt: skip

    def __init__(
        self, sheet: Sheet, *, path: str = "", mark: Mark | None = None, more: RawHeaders | None = None
    ) -> None:
        self.path, self.mark, self.until = path, mark, sheet.until
        # Only what stands is renewed. The same few names stand on all pages, and are kept once.
        self.loose = tuple(map(sys.intern, sheet.loose)) if mark else ()
        self.made_at, self.since = sheet.made_at, sheet.since
        self._bodies = {name: body for name, body in sheet.bodies.items() if name != IDENTITY}
        self._modified = formatdate(mark[0] // 1_000_000_000, usegmt=True).encode() if mark else b""
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sheet.headers]
        headers += [(b"vary", b"accept-encoding"), *(more or [])]
        self._answers = {
            name: self._prepare(sheet, name, len(body), headers) for name, body in sheet.bodies.items()
        }
        self.size = sum(map(len, self._bodies.values())) + _weight(headers)

    def answer(self, asking: Asking) -> tuple[Message, Message]:
        """The two messages of the answer: 304 for who has the page, no body for who asks with HEAD."""
        encoding = encoding_for(asking.accepts)
        etag, start, not_modified = self._answers[encoding]
        if not_modified is not None and self._is_known(asking, etag):
            return not_modified, EMPTY
        return start, EMPTY if asking.is_head else {
            "type": "http.response.body",
            "body": self._body(encoding),
        }

    def _is_known(self, asking: Asking, etag: bytes) -> bool:
        if asking.has is not None:
            return has_it(asking.has, etag)
        # To the second and no newer: “not since” would hide an older version that was put back.
        return bool(self._modified) and asking.has_since == self._modified

    def _body(self, encoding: str) -> bytes:
        return gzip.decompress(self._bodies[GZIP]) if encoding == IDENTITY else self._bodies[encoding]

    def _prepare(
        self, sheet: Sheet, encoding: str, length: int, common: RawHeaders
    ) -> tuple[bytes, Message, Message | None]:
        plain = encoding == IDENTITY
        etag = f'"{sheet.etag}"'.encode() if plain else f'"{sheet.etag}-{encoding}"'.encode()
        if sheet.status != 200:
            return etag, _start(sheet.status, _whole(common, encoding, length)), None
        headers = [*common, (b"etag", etag)]
        if self._modified:
            headers.append((b"last-modified", self._modified))
        kept = [(name, value) for name, value in headers if name != b"content-type"]
        return etag, _start(200, _whole(headers, encoding, length)), _start(304, kept)


def _weight(headers: RawHeaders) -> int:
    """About how many bytes of memory a page takes besides its bodies, as measured: of a small page most of it."""
    return 4000 + sum(len(name) + len(value) + 200 for name, value in headers)


def _whole(headers: RawHeaders, encoding: str, length: int) -> RawHeaders:
    encoded = [] if encoding == IDENTITY else [(b"content-encoding", encoding.encode())]
    return [*headers, *encoded, (b"content-length", str(length).encode())]


def _start(status: int, headers: RawHeaders) -> Message:
    return {"type": "http.response.start", "status": status, "headers": headers}
