"""A newsroom made and run by the real command, in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.database import free_port
from tests.plugins.prepared import prepared
from tests.plugins.ready_made import ready_made

COMMAND = (sys.executable, "-m", "broadsheet.cli")
PATIENCE = 60  # seconds; a start takes two or three on a machine that does nothing else
WITH_TABLES = """
import os, shutil, sys
from broadsheet.cli import init, main
tables = sys.argv.pop(1)
init.call = lambda *_, **__: shutil.copyfile(tables, os.environ["BROADSHEET_HOME"] + "/db.sqlite3")
main()
"""
FOREIGN = ("BROADSHEET_", "DATABASE_URL", "EMAIL_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")


def environment(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """The tests' own environment without any setting, and with those `given`; nobody speaks unless asked to."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return kept | {"COLUMNS": "100", "BROADSHEET_VOICES": "none"} | dict(given or {})


def broadsheet(
    *args: str | Path, given: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return _run([*COMMAND, *map(str, args)], given, stdin)


def _run(
    command: list[str], given: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # ours
        command,
        env=environment(given),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE * 2,
        check=False,
    )


def found(home: Path) -> None:
    """Found The Harbour Ledger, on SQLite; the first one of a run is copied ever after, since that takes long."""
    ready_made("ledger", home, init)


def init(home: Path, *words: str) -> None:
    """Found The Harbour Ledger in `home`, with the tables that the tests' own database has, if it has them yet."""
    args = ("init", str(home), "--no-input", "--name", "The Harbour Ledger", *words)
    tables = prepared()
    done = _run([sys.executable, "-c", WITH_TABLES, str(tables), *args]) if tables else broadsheet(*args)
    assert done.returncode == 0, done.stderr


@dataclass(slots=True)
class Running:
    """A command that goes on until it is stopped."""

    process: subprocess.Popen[str]
    port: int

    def get(self, path: str) -> bytes:
        """What the server answers; waits until there is one."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
                    return bytes(response.read())
            except HTTPError:
                raise
            except (URLError, ConnectionError):
                time.sleep(0.1)
        raise AssertionError(f"No answer: {self.stop()}")

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Stop it as Ctrl-C does, or by another signal; its exit status, and what it said on standard error."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        _, error = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, error


def start(
    *args: str | Path, given: Mapping[str, str] | None = None, port: int = 0, said: IO[str] | None = None
) -> Running:
    """Start a command; a server gets a free port. What it says goes to `said`, if it will say much."""
    chosen = port or free_port()
    words = [chosen if word == "PORT" else word for word in args]
    process = subprocess.Popen(  # noqa: S603  # ours
        [*COMMAND, *map(str, words)],
        env=environment(given),
        stdout=said or subprocess.PIPE,
        stderr=said or subprocess.PIPE,
        text=True,
    )
    return Running(process, chosen)
