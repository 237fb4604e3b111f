"""Asks a server by HTTP, and has the whole answer by a given moment or an error."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from urllib.parse import urlsplit

CONNECTING = 5.0  # seconds for each of its addresses
MOST = 50_000_000  # bytes: forty minutes of MP3, five of the richest WAV
CHUNK = 1 << 16


class NoAnswerError(Exception):
    """There is no whole answer. The message is a sentence about the server, begun with its name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    body: bytes


def ask(url: str, body: bytes, headers: Mapping[str, str | bytes], *, within: float) -> Answer:
    """POST it. Raises `NoAnswerError`; never repeats what the headers hold."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=CONNECTING)
    try:
        connection.connect()
        return _answer(connection, parts.path, body, headers, within)
    except ssl.SSLCertVerificationError as error:
        raise NoAnswerError(f"shows a certificate that is not valid: {error.verify_message}") from error
    except TimeoutError as error:
        raise NoAnswerError("did not answer in time") from error
    except OSError as error:
        raise NoAnswerError(f"cannot be reached: {error.strerror or type(error).__name__}") from error
    except (HTTPException, ValueError) as error:
        raise NoAnswerError(f"broke off its answer ({type(error).__name__})") from error
    finally:
        connection.close()


def _answer(
    connection: HTTPConnection, path: str, body: bytes, headers: Mapping[str, str | bytes], within: float
) -> Answer:
    line = connection.sock
    line.settimeout(within)
    late = threading.Event()
    # The timeout of a socket is one for each piece: a server that drips a byte a second never meets it.
    watch = threading.Timer(within, _cut, (line, late))
    watch.daemon = True
    watch.start()
    try:
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        answer = Answer(response.status, _whole(response))
    except (OSError, HTTPException, ValueError):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        watch.cancel()
    if late.is_set():  # what was cut off may look whole
        raise TimeoutError
    return answer


def _cut(line: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        # Not SSLSocket's own, which takes its encryption from under the reader.
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _whole(response: HTTPResponse) -> bytes:
    found = bytearray()
    while data := response.read1(CHUNK):
        found += data
        if len(found) > MOST:
            raise NoAnswerError(f"sends more than {MOST // 1_000_000} MB for one sentence")
    if response.length:
        raise IncompleteRead(b"", response.length)
    return bytes(found)
