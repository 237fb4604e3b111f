"""A PostgreSQL that confirms before it has written is killed: what was taken in is there all the same."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from django.db import connection

from broadsheet.edge.models import Change, TakenIn
from broadsheet.edge.spool import refused, take_in, waiting
from tests.database import USER, free_port, is_postgresql
from tests.edge.spool.crew import beat, done, spool_readers
from tests.plugins.postgresql import _pg_ctl

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not is_postgresql(), reason="It is about PostgreSQL."),
]

# It would write what it confirmed after ten seconds.
HASTY = "-c listen_addresses=127.0.0.1 -c synchronous_commit=off -c wal_writer_delay=10s"


@dataclass(frozen=True, slots=True)
class Server:
    """One of the test's own, that may be killed."""

    folder: Path
    port: int

    def control(self, *words: str) -> int:
        """Run `pg_ctl`; its exit status."""
        command = [_pg_ctl(self.folder), "-D", str(self.folder / "data"), *words]
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode  # noqa: S603

    def start(self) -> None:
        """Start it; what was killed a moment ago may still hold its memory."""
        options = f"{HASTY} -c unix_socket_directories={self.folder} -p {self.port}"
        for _ in range(40):
            if self.control("-l", str(self.folder / "log"), "-o", options, "-w", "start") == 0:
                return
            time.sleep(0.25)
        raise AssertionError((self.folder / "log").read_text()[-2000:])

    def kill(self) -> None:
        """Kill it and its children: no memory of theirs is written any more."""
        parent = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for process in (parent, *children):
            os.kill(int(process), signal.SIGKILL)


@pytest.fixture
def server() -> Iterator[Server]:
    """The newsroom's database is on a server that may be killed."""
    server = Server(Path(tempfile.mkdtemp(prefix="broadsheet-killed-")), free_port())
    kept = {key: connection.settings_dict[key] for key in ("NAME", "PORT")}
    connection.close()
    try:
        assert server.control("-o", f"-A trust -U {USER}", "initdb") == 0
        server.start()
        connection.settings_dict.update(NAME="postgres", PORT=server.port)
        with connection.schema_editor() as editor:
            editor.create_model(Change)
            editor.create_model(TakenIn)
        yield server
    finally:
        connection.close()
        connection.settings_dict.update(kept)
        server.control("-m", "immediate", "-w", "stop")
        rmtree(server.folder, ignore_errors=True)


def test_what_was_taken_in_survives_the_death_of_the_database(server: Server) -> None:
    names = spool_readers(30)
    assert take_in() == 30
    server.kill()
    names += spool_readers(5)
    assert beat(6) == 0
    server.start()
    assert beat(2) == 5
    assert (done(), waiting(), refused()) == (names, 0, 0)
