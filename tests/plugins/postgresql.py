"""A PostgreSQL of the suite's own, from the installed binaries, on a free port, thrown away at the end.

One server for all workers of pytest-xdist; each has a database of its own in it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from pathlib import Path

import pytest
from pytest_postgresql.executors import PostgreSQLExecutor

from tests.database import USER, is_postgresql, port

# Losing a thrown-away database to a power cut is no loss.
FAST = "-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_running = pytest.StashKey[tuple[PostgreSQLExecutor, Path]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the server, in the process that leads the workers."""
    if is_postgresql() and not hasattr(config, "workerinput") and not config.option.collectonly:
        folder = Path(tempfile.mkdtemp(prefix="broadsheet-postgresql-"))
        server = _server(folder)
        config.stash[_running] = (server, folder)
        server.start()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove its folder."""
    if _running in config.stash:
        server, folder = config.stash[_running]
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what asks the database nothing: it has run on SQLite already."""
    if is_postgresql():
        config.hook.pytest_deselected(items=[item for item in items if not _asks_the_database(item)])
        items[:] = filter(_asks_the_database, items)


# What these are about is files, requests and answers: which database stands behind changes nothing.
NO_MATTER_WHICH = (
    *(
        "tests/mirror/",
        "tests/edge/answering/",
        "tests/edge/press/",
        "tests/edge/store/",
        "tests/edge/purging/",
    ),
    *("tests/edge/test_poisoning.py", "tests/edge/test_lifeboat.py", "tests/edge/test_security.py"),
    *("tests/edge/test_https.py", "tests/edge/test_tasks.py"),
    *("tests/benchmarks/", "tests/media/test_picture_tag.py", "tests/demo/"),
    # The wire's acts, its API and its round-ups run on both: these are its forms, its pages and its stream.
    *("tests/wire/desk/", "tests/wire/pages/", "tests/wire/stream/"),
    *("tests/syndication/", "tests/pages/", "tests/desk/", "tests/browser/", "tests/imports/"),
    # Bounces are counted on both: these are their files, their mailbox, and what providers tell.
    *(
        "tests/delivery/bounces/test_command.py",
        "tests/delivery/bounces/test_mailbox.py",
        "tests/delivery/events/",
        "tests/delivery/desk/",
    ),
    "tests/edge/test_acts.py",
    # Its words, its dates, its cards and its lines; that stories are found, listed and linked is asked of both.
    *("tests/news/test_story.py", "tests/news/test_checks.py", "tests/news/test_related_story.py"),
    "tests/wire/round_ups/test_lines.py",
    # The lexicon and the report ask the database in their own ways; these are forms and pages.
    *(f"tests/narration/desk/test_{name}.py" for name in ("audio", "recording", "script")),
    *("tests/narration/saying/", "tests/narration/script/test_sentences.py"),
    "tests/narration/player/",
)


def _asks_the_database(item: pytest.Item) -> bool:
    if item.nodeid.startswith(NO_MATTER_WHICH):
        return False
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def _server(folder: Path) -> PostgreSQLExecutor:
    return PostgreSQLExecutor(
        executable=_pg_ctl(folder),
        host="127.0.0.1",
        port=port(),
        datadir=str(folder / "data"),
        unixsocketdir=str(folder),
        logfile=str(folder / "log"),
        startparams="-w",
        dbname="broadsheet",
        user=USER,
        postgres_options=FAST,
    )


def _pg_ctl(folder: Path) -> str:
    """The installed `pg_ctl`; for root, which PostgreSQL will not run as, one that becomes `postgres`."""
    # Debian keeps the server's binaries out of PATH, a folder for each version.
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    found = str(installed[-1]) if installed else shutil.which("pg_ctl")
    if not found:
        raise pytest.UsageError("PostgreSQL is not installed: run “make setup”.")
    if os.geteuid() != 0:
        return found
    wrapper = folder / "pg_ctl"
    wrapper.write_text(f'#!/bin/sh\ncd /\nexec runuser -u {USER} -- "{found}" "$@"\n')
    wrapper.chmod(0o755)
    user = pwd.getpwnam(USER)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return str(wrapper)
