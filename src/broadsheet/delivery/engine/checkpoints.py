"""SQLite moves what was committed from its log into the database now and then, and waits for the disk each time."""

from __future__ import annotations

from django.db import connection

# 32 MB of log in place of 4: an edition writes so much that every fortieth commit would wait (sqlite.org/wal.html).
PAGES = 8000


def spare_checkpoints() -> None:
    """Have this thread's connection do so less often; a connection that stands keeps the setting."""
    if connection.vendor == "sqlite" and connection.connection is None:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA wal_autocheckpoint={PAGES}")
