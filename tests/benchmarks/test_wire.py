"""The benchmark's crowd reads a stream as a browser does, and counts rightly."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from benchmarks.wire.crowd import Crowd

ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(8)
        yield listener


def answering(server: socket.socket, *streams: tuple[bytes, ...]) -> list[bytes]:
    """One connection after another gets its pieces and is closed; returns what each asked."""
    asked: list[bytes] = []

    def serve() -> None:
        for pieces in streams:
            line, _ = server.accept()
            asked.append(line.recv(4096))
            line.sendall(ANSWER)
            for piece in pieces:
                line.sendall(piece)
            line.close()

    threading.Thread(target=serve, daemon=True).start()
    return asked


def test_a_page_counts_what_it_receives_and_comes_back_with_the_last_id(server):
    asked = answering(
        server,
        (
            b"retry: 10\n\nid: 4\nevent: hello\ndata: {}\n\n",
            b"id: 5\nevent: item\nda",
            b"ta: {}\n\n: beat\n\n",
        ),
        (b"retry: 10\n\nevent: hello\ndata: {}\n\nid: 6\nevent: item\ndata: {}\n\n",),
    )
    crowd = Crowd(server.getsockname()[1], 1)
    page = crowd.pages[0]
    assert crowd.run(lambda: len(page.received) == 2, longest=5)
    crowd.close()
    assert [event for event, _ in page.received] == [5, 6]
    assert len(page.opened) == 2
    assert b"Last-Event-ID" not in asked[0]
    assert b"Last-Event-ID: 5\r\n" in asked[1]


def test_a_crowd_that_waits_in_vain_says_so(server):
    crowd = Crowd(server.getsockname()[1], 1)
    assert not crowd.run(lambda: False, longest=0.1)
    crowd.close()
