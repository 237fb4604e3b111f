"""Whether what the paper keeps is there, and has room."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from broadsheet.operations.doctor.finding import Finding, bad, doubt, good
from broadsheet.operations.readiness import missing_migrations
from broadsheet.operations.static_files import static_files_are_current

GB = 1024**3
LITTLE, ALMOST_NOTHING = 2 * GB, GB // 5


def database() -> Iterator[Finding]:
    """It answers."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        words = " ".join(str(error).split())
        yield bad("Database", words, "Check DATABASE_URL, and that the database server runs.")
        return
    version = ".".join(str(part) for part in connection.get_database_version())
    yield good("Database", f"{connection.display_name} {version}")


def migrations() -> Iterator[Finding]:
    """It has every table that this version needs."""
    try:
        missing = missing_migrations()
    except DatabaseError:
        yield bad("Migrations", "unknown: the database does not answer", "See “Database”.")
        return
    if missing:
        yield bad("Migrations", f"{len(missing)} are missing", "Run “broadsheet manage migrate”.")
    else:
        yield good("Migrations", "all applied")


def storage() -> Iterator[Finding]:
    """The home can be written to, and is not full."""
    home = Path(settings.HOME)
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        yield bad(
            "Storage", f"{home}: {error.strerror}", "Make the folder, and give it to the user who runs this."
        )
        return
    free = shutil.disk_usage(home).free
    words = f"{home}, {free / GB:.1f} GB free"
    if free < LITTLE:
        yield (bad if free < ALMOST_NOTHING else doubt)("Storage", words, "Make room, or move the home.")
    else:
        yield good("Storage", words)


def static_files() -> Iterator[Finding]:
    """Stylesheets and scripts are those of this version."""
    if static_files_are_current():
        yield good("Static files", "current")
    else:
        yield doubt(
            "Static files", "not collected", "Nothing to do: “broadsheet serve” collects them as it starts."
        )
