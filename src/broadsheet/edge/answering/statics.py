"""Styles, scripts and fonts that pages need: served from memory, also when Django has failed.

Only files whose names change with their content: such a name never means anything else, so nothing is forgotten.
The rest, mostly the desk's, stays with WhiteNoise.
"""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.edge.answering.asking import Asking
from broadsheet.edge.answering.negotiation import encoding_for, has_it
from broadsheet.edge.answering.ready import EMPTY, Message
from broadsheet.edge.security import headers_for
from broadsheet.edge.store.sheet import BROTLI, GZIP, IDENTITY

# Ours, since a small machine has no list of them.
KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
_NAME = re.compile(rf"/static/((?:pages|wire|narration)/[\w/-]+\.([0-9a-f]{{12}})\.(?:{'|'.join(KINDS)}))")
_SUFFIXES = {IDENTITY: "", GZIP: ".gz", BROTLI: ".br"}
FOR_EVER = "public, max-age=315360000, immutable"
MOST = 500  # files; the paper has about forty


class Static:
    """One file, in every encoding that lies on the disk."""

    def __init__(self, path: str, digest: str, bodies: dict[str, bytes], *, https: bool) -> None:
        headers = headers_for(path, https=https) | {
            "content-type": KINDS[path.rpartition(".")[2]],
            "cache-control": FOR_EVER,
            "vary": "accept-encoding",
        }
        self._bodies = bodies
        self._etags = {name: f'"{digest}-{name}"'.encode() for name in bodies}
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    def answer(self, asking: Asking) -> tuple[Message, Message]:
        """The two messages of the answer."""
        wanted = encoding_for(asking.accepts)
        encoding = wanted if wanted in self._bodies else IDENTITY
        etag, body = self._etags[encoding], self._bodies[encoding]
        headers = [*self._headers, (b"etag", etag)]
        if asking.has is not None and has_it(asking.has, etag):
            return {"type": "http.response.start", "status": 304, "headers": headers}, EMPTY
        if encoding != IDENTITY:
            headers.append((b"content-encoding", encoding.encode()))
        headers.append((b"content-length", str(len(body)).encode()))
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        return start, EMPTY if asking.is_head else {"type": "http.response.body", "body": body}


class Statics:
    """The files below one folder, each read when it is first asked for."""

    def __init__(self, folder: Path, *, https: bool) -> None:
        self._folder = folder
        self._https = https
        self._known: dict[str, Static] = {}

    def get(self, path: str) -> Static | None:
        """The file at an address; None for what is not there, or whose name does not tell its content."""
        return self._known.get(path) or self._read(path)

    def _read(self, path: str) -> Static | None:
        named = _NAME.fullmatch(path)
        if named is None or len(self._known) >= MOST:
            return None
        bodies = {}
        for encoding, suffix in _SUFFIXES.items():
            file = self._folder / f"{named[1]}{suffix}"
            if file.is_file():
                bodies[encoding] = file.read_bytes()
        if IDENTITY not in bodies:
            return None
        return self._known.setdefault(path, Static(path, named[2], bodies, https=self._https))
