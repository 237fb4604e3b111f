"""Where the newsroom's words are kept: SQLite beside the files, or PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ

# WAL lets readers go on while an editor saves; `synchronous=NORMAL` is safe with it (sqlite.org/wal.html).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's connection settings for `url`, or for the embedded database when it is empty."""
    config: dict[str, Any] = environ.Env.db_url_config(url or f"sqlite:///{home / 'db.sqlite3'}")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        # Immediate transactions wait their turn (up to `timeout` seconds) instead of failing half-way.
        config["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    else:
        config |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return config
