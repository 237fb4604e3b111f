"""A PostgreSQL that confirms before it has written is killed: what was taken in is there all the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from django.db import connection

from broadsheet.edge.models import Change, TakenIn
from broadsheet.edge.spool import refused, take_in, waiting
from tests.database import free_port, is_postgresql
from tests.edge.postgresql import MortalServer
from tests.edge.spool.crew import beat, done, spool_readers

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not is_postgresql(), reason="It is about PostgreSQL."),
]

# It would write what it confirmed after ten seconds.
HASTY = "-c synchronous_commit=off -c wal_writer_delay=10s"


@pytest.fixture
def server() -> Iterator[MortalServer]:
    """The newsroom's database is on a server that may be killed."""
    server = MortalServer(Path(tempfile.mkdtemp(prefix="broadsheet-killed-")), free_port(), HASTY)
    kept = {key: connection.settings_dict[key] for key in ("NAME", "PORT")}
    connection.close()
    try:
        server.make()
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


def test_what_was_taken_in_survives_the_death_of_the_database(server: MortalServer) -> None:
    names = spool_readers(30)
    assert take_in() == 30
    server.kill()
    names += spool_readers(5)
    assert beat(6) == 0
    server.start()
    assert beat(2) == 5
    assert (done(), waiting(), refused()) == (names, 0, 0)
