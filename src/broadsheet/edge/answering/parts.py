"""Audio, captions and covers: from the disk, whole or in parts, also when Django has failed.

Their names change with what they hold, so that whoever has one need never ask again. Players ask for parts, to begin at
once and to skip; the web server's own way of giving files knows no parts.
"""

from __future__ import annotations

import asyncio
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from broadsheet.edge.answering.asking import Asking, Scope
from broadsheet.edge.answering.django_side import App, Message, Receive, Send
from broadsheet.edge.answering.negotiation import has_it
from broadsheet.edge.answering.ranges import OutOfRangeError, Span, span_of
from broadsheet.edge.answering.ready import EMPTY, RawHeaders
from broadsheet.edge.security import A_YEAR, headers_for

# Ours, since a small machine has no list of them.
KINDS = {
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "opus": "audio/ogg",
    "png": "image/png",
    "vtt": "text/vtt; charset=utf-8",
}
FOR_EVER = f"public, max-age={A_YEAR}, immutable"
# Players and transcripts on other sites may read them.
FOR_ALL = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "accept-ranges, content-length, content-range",
}
AT_ONCE = 32 * 1024  # bytes; Granian takes about ten such pieces before a slow reader's line is full
PATIENCE = 120.0  # seconds without a byte taken: who comes back asks for the rest


PLACE = "/media/audio/"


class Parts:
    """An ASGI application for the files in one folder; all else is for the application behind it."""

    def __init__(self, behind: App, folder: Path, *, https: bool) -> None:
        self._behind = behind
        self._folder = folder
        self._name = re.compile(rf"{PLACE}((?:[\w-]+/)*[\w-]+\.({'|'.join(KINDS)}))", re.ASCII)
        self._headers = {
            kind: [
                (name.lower().encode(), value.encode())
                for name, value in (
                    headers_for(PLACE, https=https)
                    | FOR_ALL
                    | {"content-type": type_, "cache-control": FOR_EVER, "accept-ranges": "bytes"}
                ).items()
            ]
            for kind, type_ in KINDS.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asking = Asking(scope)
        named = self._name.fullmatch(scope["path"]) if asking.is_reading else None
        with _opened(self._folder, named[1] if named else "") as file:
            if named is None or file is None:
                await self._behind(scope, receive, send)
            else:
                await _answer(file, self._headers[named[2]], asking, scope, receive, send)


def parts(behind: App) -> Parts:
    """The paper's own, in front of all that does not lie in the folder."""
    https = urlsplit(settings.PUBLIC_URL).scheme == "https"
    return Parts(behind, Path(settings.MEDIA_ROOT) / "audio", https=https)


@contextmanager
def _opened(folder: Path, name: str) -> Iterator[int | None]:
    """The file's descriptor; None unless it is a file in the folder, by whatever links it is reached."""
    path = (folder / name).resolve()
    try:
        if not path.is_relative_to(folder.resolve()):
            raise FileNotFoundError(name)
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:
        yield None
        return
    try:
        yield file if stat.S_ISREG(os.fstat(file).st_mode) else None
    finally:
        os.close(file)


async def _answer(
    file: int, common: RawHeaders, asking: Asking, scope: Scope, receive: Receive, send: Send
) -> None:
    about = os.fstat(file)
    # As nginx writes them, so that a player may go on at either.
    etag = f'"{int(about.st_mtime):x}-{about.st_size:x}"'.encode()
    modified = formatdate(int(about.st_mtime), usegmt=True).encode()
    headers = [*common, (b"etag", etag), (b"last-modified", modified)]
    if has_it(asking.has, etag) if asking.has is not None else asking.has_since == modified:
        await _send_empty(304, headers, send)
        return
    try:
        span = span_of(_range(asking, scope, etag, modified), about.st_size)
    except OutOfRangeError:
        await _send_empty(416, [*headers, (b"content-range", b"bytes */%d" % about.st_size)], send)
        return
    part = span or Span(0, about.st_size - 1)
    if span:
        place = b"bytes %d-%d/%d" % (span.first, span.last, about.st_size)
        headers.append((b"content-range", place))
    headers.append((b"content-length", b"%d" % part.length))
    await send(_start(206 if span else 200, headers))
    await (send(EMPTY) if asking.is_head else _send_part(file, part, receive, send))


def _range(asking: Asking, scope: Scope, etag: bytes, modified: bytes) -> bytes | None:
    """The Range header, unless it is for another state of the file (If-Range), or for no body at all."""
    named = {name: value for name, value in scope["headers"] if name in (b"range", b"if-range")}
    if asking.is_head or named.get(b"if-range", etag).strip() not in (etag, modified):
        return None
    return named.get(b"range")


async def _send_part(file: int, part: Span, receive: Receive, send: Send) -> None:
    """Piece by piece, as fast as they are taken; no more than a piece is in our hands."""
    leaving = asyncio.ensure_future(_until_gone(receive))
    at, end = part.first, part.last + 1
    try:
        while at < end and not leaving.done():
            piece = os.pread(file, min(AT_ONCE, end - at), at)
            if not piece:  # the file was cut off under our hands: so is the answer, and the reader knows
                return
            at += len(piece)
            async with asyncio.timeout(PATIENCE):
                await send({"type": "http.response.body", "body": piece, "more_body": at < end})
    except TimeoutError:
        return
    finally:
        leaving.cancel()
    if part.length == 0:
        await send(EMPTY)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_empty(status: int, headers: RawHeaders, send: Send) -> None:
    more, left_out = [], {b"content-type"}
    if status != 304:
        more, left_out = (
            [(b"content-length", b"0"), (b"cache-control", b"no-store")],
            left_out | {b"cache-control"},
        )
    kept = [(name, value) for name, value in headers if name not in left_out]
    await send(_start(status, [*kept, *more]))
    await send(EMPTY)


def _start(status: int, headers: RawHeaders) -> Message:
    return {"type": "http.response.start", "status": status, "headers": headers}
