"""The tests' database is taken through every migration once in a run; every other worker gets a copy.

So do newsrooms that tests found on SQLite: see `tests.cli.newsroom`. Migrations take ten seconds.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.backends.base.creation import BaseDatabaseCreation

from tests.database import is_postgresql
from tests.plugins.ready_made import locked

NAME = "prepared"
_patch = pytest.MonkeyPatch()
_by_django = BaseDatabaseCreation.create_test_db


def prepared() -> Path | None:
    """SQLite's file with every table, once some worker has begun to make it; None before."""
    with locked(NAME) as place:
        file = place.with_suffix(".sqlite3")
        return file if file.exists() else None


def _create(
    creation: Any, verbosity: int = 1, autoclobber: bool = False, serialize: bool = True, keepdb: bool = False
) -> str:
    """Create a worker's database, as Django would."""
    if keepdb:
        return _by_django(creation, verbosity, autoclobber, serialize, keepdb)
    with locked(NAME) as place:
        first_rows = place.with_suffix(".json")
        if first_rows.exists():
            return _copy(creation, place, verbosity, autoclobber)
        name = _by_django(creation, verbosity, autoclobber, True, keepdb)
        _keep(creation, place)
        first_rows.write_text(creation.connection._test_serialized_contents)
        return name


def _keep(creation: Any, place: Path) -> None:
    connection = creation.connection
    if is_postgresql():
        connection.close()  # nobody may be in a database that is copied
        with creation._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{NAME}" TEMPLATE "{connection.settings_dict["NAME"]}"')
    else:
        with closing(sqlite3.connect(place.with_suffix(".sqlite3"))) as copy:
            connection.connection.backup(copy)


def _copy(creation: Any, place: Path, verbosity: int, autoclobber: bool) -> str:
    connection = creation.connection
    name: str = creation._get_test_db_name()
    if is_postgresql():
        connection.settings_dict["TEST"]["TEMPLATE"] = NAME
    creation._create_test_db(verbosity, autoclobber)
    connection.close()
    if not is_postgresql():
        shutil.copyfile(place.with_suffix(".sqlite3"), name)
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    connection._test_serialized_contents = place.with_suffix(".json").read_text()
    connection.ensure_connection()
    return name


def pytest_configure() -> None:
    """Have Django make databases in our way."""
    _patch.setattr(BaseDatabaseCreation, "create_test_db", _create)


def pytest_unconfigure() -> None:
    """Leave Django as it was."""
    _patch.undo()
