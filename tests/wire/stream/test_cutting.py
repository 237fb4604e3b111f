"""The line of a reader who takes nothing is closed, and nobody else's."""

from __future__ import annotations

import socket

from broadsheet.wire.stream.cutting import cut


def test_the_line_to_a_reader_is_closed_and_no_other() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        slow = socket.create_connection(server.getsockname())
        to_slow, address = server.accept()
        quick = socket.create_connection(server.getsockname())
        to_quick, _ = server.accept()
        cut([address])
        slow.settimeout(5)
        assert slow.recv(1) == b""
        to_quick.sendall(b"x")
        assert quick.recv(1) == b"x"
        assert to_slow.fileno() > 0  # it is still the server's to close
        for line in (slow, quick, to_slow, to_quick):
            line.close()


def test_a_line_that_is_gone_does_no_harm() -> None:
    cut([("127.0.0.1", 1)])
    cut([])
