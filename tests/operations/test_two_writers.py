"""The web server and the worker write at once; on SQLite, each waits for its turn."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

WRITERS = 4
ROUNDS = 100

# Broadsheet's own connection, and of Django only what writing a row needs.
DJANGO = """
import django
from pathlib import Path
from django.conf import settings
from broadsheet.settings.database import database
settings.configure(
    DATABASES={"default": database("", Path("HOME"))}, INSTALLED_APPS=["django.contrib.contenttypes"]
)
django.setup()
"""
PREPARE = "from django.core.management import call_command; call_command('migrate', verbosity=0)"

# Reads before it writes, which is where a deferred transaction would fail with “database is locked”.
WRITE = """
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
for number in range(ROUNDS):
    with transaction.atomic():
        count = ContentType.objects.count()
        ContentType.objects.create(app_label="NAME", model=f"{number} of {count}")
"""


def python(code: str, home: Path) -> subprocess.Popen[str]:
    """A process of its own that runs `code` on the database in `home`."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = kept | {"BROADSHEET_HOME": str(home), "BROADSHEET_SECRET_KEY": "everybody may know it"}
    command = [sys.executable, "-c", DJANGO.replace("HOME", str(home)) + code]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)  # noqa: S603  # ours


def test_writers_at_once_never_find_the_database_locked(tmp_path: Path) -> None:
    assert python(PREPARE, tmp_path).communicate()[1] == ""
    code = WRITE.replace("ROUNDS", str(ROUNDS))
    writers = [python(code.replace("NAME", f"writer{number}"), tmp_path) for number in range(WRITERS)]
    assert [writer.communicate()[1] for writer in writers] == [""] * WRITERS
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        written = database.execute("SELECT count(*) FROM django_content_type WHERE app_label LIKE 'writer%'")
        assert written.fetchone()[0] == WRITERS * ROUNDS
