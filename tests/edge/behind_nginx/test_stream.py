"""The stream passes through nginx as it comes: nothing waits for more, nothing is packed."""

from __future__ import annotations

import socket
import time

import pytest

from tests.database import is_postgresql
from tests.edge.fronted import Fronted
from tests.edge.nginx import ask

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom behind nginx is on SQLite in any case.")


def _until(line: socket.socket, words: bytes) -> bytes:
    line.settimeout(10)
    came = b""
    while words not in came:
        chunk = line.recv(4096)
        assert chunk, came
        came += chunk
    return came


def test_the_first_words_arrive_at_once_and_unpacked(paper: Fronted) -> None:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", paper.nginx.port)) as line:
        line.sendall(
            b"GET /wire/stream HTTP/1.1\r\nHost: paper.example\r\nAccept-Encoding: gzip, br\r\n"
            b"Cookie: sessionid=ada\r\n\r\n"
        )
        came = _until(line, b"event: hello").lower()
    assert time.monotonic() - began < 5
    assert came.startswith(b"http/1.1 200")
    assert b"content-type: text/event-stream" in came
    assert b"content-encoding" not in came
    assert came.count(b"strict-transport-security") == 1


def test_what_the_browser_remembers_reaches_the_stream(paper: Fronted) -> None:
    assert ask(paper.nginx.port, "/wire/stream", last_event_id="nonsense").status == 400
    assert ask(paper.nginx.port, "/wire/stream?after=nonsense").status == 400
