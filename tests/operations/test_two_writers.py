"""The web server and the worker write at once; on SQLite, each waits for its turn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WRITERS = 4
ROUNDS = 60

PREPARE = (
    "from django.core.management import call_command; call_command('migrate', 'contenttypes', verbosity=0)"
)

# Reads before it writes, which is where a deferred transaction would fail with “database is locked”.
WRITE = f"""
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
for round in range({ROUNDS}):
    with transaction.atomic():
        count = ContentType.objects.count()
        ContentType.objects.create(app_label="{{name}}", model=f"m{{{{round}}}}x{{{{count}}}}")
"""


def python(code: str, home: Path) -> subprocess.Popen[str]:
    """A process of its own with Broadsheet's real settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
    environment = kept | {
        "BROADSHEET_HOME": str(home),
        "BROADSHEET_SECRET_KEY": "a secret that everybody may know",
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
    }
    program = f"import django; django.setup()\n{code}"
    command = [sys.executable, "-c", program]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)  # noqa: S603  # ours


def test_writers_at_once_never_find_the_database_locked(tmp_path: Path) -> None:
    prepared = python(PREPARE, tmp_path)
    assert prepared.communicate()[1] == ""
    writers = [python(WRITE.format(name=f"writer{n}"), tmp_path) for n in range(WRITERS)]
    errors = [writer.communicate()[1] for writer in writers]
    assert errors == [""] * WRITERS
    counted = python(
        f"from django.contrib.contenttypes.models import ContentType\n"
        f"assert ContentType.objects.filter(app_label__startswith='writer').count() == {WRITERS * ROUNDS}",
        tmp_path,
    )
    assert counted.communicate()[1] == ""
    assert counted.returncode == 0
