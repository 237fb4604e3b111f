"""Which database the suite runs on: SQLite, or with `TEST_DATABASE=postgresql` a PostgreSQL of its own."""

from __future__ import annotations

import os
import socket

USER = "postgres"


def is_postgresql() -> bool:
    """Whether this run of the suite is the one on PostgreSQL."""
    return os.environ.get("TEST_DATABASE") == "postgresql"


def port() -> int:
    """The port of the server; the first to ask chooses a free one for every process of this run."""
    return int(os.environ.setdefault("TEST_DATABASE_PORT", str(free_port())))


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def address() -> str:
    """What `DATABASE_URL` says in this run; nothing on SQLite."""
    return f"postgresql://{USER}@127.0.0.1:{port()}/broadsheet" if is_postgresql() else ""
