"""Where the newsroom's words are kept: SQLite beside the files, or PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"

# WAL lets readers go on while an editor saves; `synchronous=NORMAL` is safe with it (sqlite.org/wal.html).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's connection settings for `url`, or for the embedded database when it is empty."""
    # The path of the embedded one never passes through an address, where “+” or “%” would mean something.
    config = _from_address(url) if url else {"ENGINE": SQLITE, "NAME": home / "db.sqlite3"}
    if config["ENGINE"] == SQLITE:
        # Immediate transactions wait their turn (up to `timeout` seconds) instead of failing half-way.
        config["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    return config


def _from_address(url: str) -> dict[str, Any]:
    config: dict[str, Any] = environ.Env.db_url_config(url)
    if not config.get("NAME") or config["NAME"] == ":memory:":
        raise ImproperlyConfigured("DATABASE_URL must name a database: postgresql://user:password@host/name.")
    return config
