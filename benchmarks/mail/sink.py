"""Postfix's `smtp-sink`, which takes all mail and throws it away, and `smtp-source`, which makes it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.edge.programs import end, free_port, listens, program, start

BACKLOG = "1000"
LONGEST = 3600  # seconds: a slow machine takes ten minutes for the million alone


@contextmanager
def sink() -> Iterator[int]:
    """A server on loopback; its port."""
    port = free_port()
    command = [program("smtp-sink"), "-u", "nobody", f"127.0.0.1:{port}", BACKLOG]
    process = start(command, ready=lambda: listens(port), longest=LONGEST)
    try:
        yield port
    finally:
        end(process)


def source(port: int, *, messages: int, size: int, connections: int, keeps: bool) -> float:
    """Have `smtp-source` send that many; messages a second. As it comes, it hangs up after each message."""
    command = [
        *(
            program("smtp-source"),
            *(["-d"] if keeps else []),
            "-s",
            str(connections),
            "-l",
            str(size),
            "-m",
            str(messages),
        ),
        *("-f", "morning@paper.example", "-t", "reader@host.example", f"127.0.0.1:{port}"),
    ]
    began = time.monotonic()
    subprocess.run(command, check=True, timeout=600)  # noqa: S603  # installed by `make bench-mail`
    return messages / (time.monotonic() - began)
