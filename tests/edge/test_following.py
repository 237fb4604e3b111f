"""What has changed is followed, also by whoever was away."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.db import transaction

from broadsheet.edge.changes import changed, one_change_for_all
from broadsheet.edge.following import KEPT, catch_up, forget_here, tidy
from broadsheet.edge.keeping_up import Poller, keep_up
from broadsheet.edge.models import Change
from broadsheet.edge.store.store import Store
from broadsheet.news.models import Story
from tests.edge.asking import Reader
from tests.edge.pages_now import stored_at
from tests.factories import Paper, make_author, make_story

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed", "paper"),
]


def stands(store: Store, path: str) -> bool:
    return store.find(stored_at(path)) is not None


def test_a_change_that_is_rolled_back_is_none(reader: Reader, stored: Store, paper: Paper) -> None:
    reader.get("/")
    with suppress(ZeroDivisionError), transaction.atomic():
        changed(["stories"])
        raise ZeroDivisionError
    assert stands(stored, "/")
    assert not Change.objects.exists()


def test_a_part_that_is_rolled_back_takes_nothing_else_with_it(reader: Reader, stored: Store) -> None:
    reader.get("/")
    with transaction.atomic():
        changed(["something else"])
        with suppress(ZeroDivisionError), transaction.atomic():
            changed(["stories"])
            raise ZeroDivisionError
    assert stands(stored, "/")
    assert [change.tags for change in Change.objects.all()] == [["something else"]]


def test_nothing_is_forgotten_before_the_commit(reader: Reader, stored: Store) -> None:
    reader.get("/")
    with transaction.atomic():
        changed(["stories"])
        assert stands(stored, "/")
    assert not stands(stored, "/")


def test_what_a_process_that_died_after_its_commit_changed_is_followed(reader: Reader, stored: Store) -> None:
    catch_up()
    reader.get("/")
    Change.objects.create(tags=["stories"])
    assert catch_up() == 1
    assert not stands(stored, "/")


def test_no_change_is_followed_twice(reader: Reader, stored: Store) -> None:
    catch_up()
    changed(["stories"])
    reader.get("/")
    assert catch_up() == 0
    assert stands(stored, "/")


def test_a_change_that_was_committed_late_is_followed_all_the_same(reader: Reader, stored: Store) -> None:
    """Its number and its date are older than those of changes that were followed before it could be seen."""
    catch_up()
    first = Change.objects.create(tags=["stories"], at=datetime.now(UTC) - timedelta(minutes=5))
    Change.objects.filter(pk=first.pk).delete()
    changed(["something else"])
    catch_up()
    reader.get("/")
    first.save(force_insert=True)
    assert catch_up() == 1
    assert not stands(stored, "/")


def test_a_machine_that_was_away_for_long_begins_anew(reader: Reader, stored: Store) -> None:
    catch_up()
    reader.get("/")
    with stored.index.writing() as db:
        long_ago = (datetime.now(UTC) - KEPT).isoformat()
        db.execute("UPDATE fact SET value = ? WHERE name = 'caught_up_at'", (long_ago,))
    catch_up()
    assert not stands(stored, "/")


def test_what_is_gone_is_gone_also_for_who_was_away(reader: Reader, stored: Store, story: Story) -> None:
    catch_up()
    reader.get(story.url)
    Change.objects.create(tags=[f"page:{story.pk}"], gone=True)
    catch_up()
    assert stored.last(stored_at(story.url)) is None


def test_another_machine_sees_a_change_within_its_interval(reader: Reader, stored: Store) -> None:
    catch_up()
    reader.get("/")
    poller = Poller(interval=0.05)
    poller.start()
    try:
        Change.objects.create(tags=["stories"])
        deadline = time.monotonic() + 10
        while stands(stored, "/") and time.monotonic() < deadline:
            time.sleep(0.02)
    finally:
        poller.stop()
    assert not stands(stored, "/")


def test_one_machine_alone_listens_to_nobody(
    stored: Store, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = ""
    monkeypatch.setattr("broadsheet.edge.keeping_up.connection.vendor", "sqlite")
    assert keep_up() is None


def test_bulk_work_is_one_change_for_all(reader: Reader, stored: Store) -> None:
    reader.get("/")
    with one_change_for_all():
        make_story("One")
        make_story("Two")
        assert stands(stored, "/")
    assert not stands(stored, "/")
    assert [change.tags for change in Change.objects.all()] == [["*"]]


def test_bulk_work_that_takes_something_down_leaves_no_copy(
    reader: Reader, stored: Store, story: Story
) -> None:
    reader.get(story.url)
    with one_change_for_all():
        story.unpublish()
    assert stored.last(stored_at(story.url)) is None


def test_a_draft_is_no_change(stored: Store, draft: Story) -> None:
    draft.title = "Another word"
    draft.save_revision()
    make_author("Mia New")
    Change.objects.all().delete()
    draft.save()
    assert not Change.objects.exists()


def test_old_changes_are_removed(stored: Store) -> None:
    Change.objects.create(tags=["a"], at=datetime.now(UTC) - KEPT - timedelta(hours=1))
    Change.objects.create(tags=["b"])
    tidy()
    assert [change.tags for change in Change.objects.all()] == [["b"]]


def test_forgetting_survives_an_index_that_is_gone(reader: Reader, stored: Store) -> None:
    reader.get("/")
    for part in (stored.folder / ".index").glob("pages.sqlite3*"):
        part.write_bytes(b"no database" * 100)
    forget_here([], ["stories"], gone=False)
    assert not stands(stored, "/")
    assert reader.get("/").status == 200
