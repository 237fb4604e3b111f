"""The folder in which the demo newsroom lives."""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import urlsplit

import click

from broadsheet.environment.file import FILE_NAME, write_env_file

MARK = "demo.lock"
OURS = ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "demo-staff.json", "media", "mail")


class DemoHome:
    """A context manager that holds the folder for one demo at a time.

    Its lock file marks the folder as the demo's for good: only what bears the mark is ever cleared.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.staff_file = path / "demo-staff.json"
        self._marked = False
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        self._marked = (self.path / MARK).exists()
        if not self._marked and (self.path / "db.sqlite3").exists():
            raise click.ClickException(
                f"{self.path} holds a newsroom that is not the demo: name another folder with --home."
            )
        self.path.mkdir(parents=True, exist_ok=True)
        self._lock = (self.path / MARK).open("a")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise click.ClickException(f"The demo in {self.path} is running: stop it first.") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.close()

    def clear(self) -> None:
        """Forget everything that was published or edited; settings and static files stay."""
        if os.environ.get("DATABASE_URL"):
            raise click.ClickException("The demo clears only a database of its own: unset DATABASE_URL.")
        for name in OURS:
            path = self.path / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def write_settings(self) -> None:
        """Make `broadsheet.env` with a secret key, unless there is one."""
        if not (self.path / FILE_NAME).exists():
            values = {"BROADSHEET_SECRET_KEY": secrets.token_urlsafe(50)}
            write_env_file(self.path / FILE_NAME, values, heading="The demo newsroom's settings.")

    def refuse_another_newsroom(self) -> None:
        """Raise `click.ClickException` where DATABASE_URL leads to a newsroom that is not the demo."""
        from django.db import DatabaseError

        from broadsheet.news.models import FrontPage

        try:
            inhabited = FrontPage.objects.exists()
        except DatabaseError:  # no tables yet
            inhabited = False
        if inhabited and not self.staff_file.exists():
            raise click.ClickException("DATABASE_URL leads to a newsroom that is not the demo.")

    def move_site(self) -> None:
        """Let addresses in feeds and mail follow the port of this run."""
        from django.conf import settings
        from wagtail.models import Site

        public = urlsplit(settings.PUBLIC_URL)
        where = {"hostname": public.hostname, "port": public.port or 80}
        for site in Site.objects.filter(is_default_site=True).exclude(**where):
            site.hostname, site.port = where["hostname"], where["port"]
            site.save()
