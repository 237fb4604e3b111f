"""`broadsheet worker` does what is due, and ends what it has begun."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.cli.newsroom import PATIENCE, Running, broadsheet, start

SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Revision
from broadsheet.news.models import FrontPage, Section, Story
harbour = FrontPage.objects.get().add_child(instance=Section(title="Harbour"))
story = harbour.add_child(instance=Story(title="Ferry returns", live=False, body="[]"))
story.go_live_at = timezone.now() + timedelta(seconds=1)
story.save_revision(approved_go_live_at=story.go_live_at)
"""
IS_LIVE = "SELECT live FROM wagtailcore_page WHERE title = 'Ferry returns'"


def is_live(home: Path) -> bool:
    """Whether readers can see the story, asked without Django's long breath."""
    with closing(sqlite3.connect(home / "db.sqlite3", timeout=20)) as database:
        return bool(database.execute(IS_LIVE).fetchone()[0])


def wait_until_at_work(home: Path) -> None:
    """Return when a worker shows that it lives."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if any((home / "workers").glob("*")):
            return
        time.sleep(0.1)
    raise AssertionError("No worker came.")


def test_a_scheduled_story_is_published_without_anybody_s_doing(home: Path, running: list[Running]) -> None:
    broadsheet("--home", home, "manage", "shell", "--no-imports", "-c", SCHEDULE)
    assert not is_live(home)
    running.append(start("--home", home, "worker"))
    deadline = time.monotonic() + PATIENCE
    while not is_live(home):
        assert time.monotonic() < deadline
        time.sleep(0.2)


def test_it_goes_home_when_told_to(home: Path, running: list[Running]) -> None:
    worker = start("--home", home, "worker")
    running.append(worker)
    wait_until_at_work(home)
    time.sleep(1)
    status, said = worker.stop(signal.SIGTERM)
    assert status == 0
    assert "Traceback" not in said
    assert list((home / "workers").iterdir()) == []
