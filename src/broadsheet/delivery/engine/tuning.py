"""How the postman's connection to SQLite differs from that of readers and editors."""

from __future__ import annotations

from django.db import connection

# What was committed is moved from the log into the database now and then, and the disk is waited for. 32 MB of log in
# place of 4: an edition writes so much that every fortieth commit would wait (sqlite.org/wal.html).
PAGES = 8000
# The ledger is written once, in order: what was written need not be kept in memory.
CACHE = 4000  # kB


def tune_connection() -> None:
    """Have this thread's connection wait less and hold less; one that stands keeps the setting."""
    if connection.vendor == "sqlite" and connection.connection is None:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA wal_autocheckpoint={PAGES}")
            cursor.execute(f"PRAGMA cache_size=-{CACHE}")
