"""Which database a run of the suite is on: SQLite, or with `TEST_DATABASE=postgresql` a PostgreSQL of its own."""

from __future__ import annotations

import os

import port_for

USER = "postgres"


def is_postgresql() -> bool:
    """Whether this run of the suite is the one on PostgreSQL."""
    return os.environ.get("TEST_DATABASE") == "postgresql"


def port() -> int:
    """The port of the server; the first to ask chooses a free one for every process of this run."""
    return int(os.environ.setdefault("TEST_DATABASE_PORT", str(port_for.get_port(None))))


def address() -> str:
    """What `DATABASE_URL` says in this run; nothing on SQLite."""
    return f"postgresql://{USER}@127.0.0.1:{port()}/broadsheet" if is_postgresql() else ""
