"""What is put in as rows is what would have been made."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction

from broadsheet.news.models import Story
from tests.database import is_postgresql
from tests.factories import make_author, make_paper, make_section, make_story
from tests.plugins import kept as plugin
from tests.plugins.kept import Kept, Rows, every_row

pytestmark = pytest.mark.django_db


def undone(do: Callable[[], object]) -> Rows:
    """What is in the database after `do`, which is undone."""
    with transaction.atomic():
        do()
        rows = every_row()
        transaction.set_rollback(True)
    return rows


def publish() -> None:
    """A paper and a story, asked for as fixtures do."""
    kept = Kept()
    kept("a paper", make_paper, find=make_paper)
    kept("a story", lambda: make_story(authors=[make_author()]), find=Story.objects.get)


def test_what_is_put_in_is_what_was_made() -> None:
    empty = every_row()
    first, second = undone(publish), undone(publish)
    assert first == second != empty
    assert every_row() == empty


def test_what_was_made_too_long_ago_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = undone(publish)
    monkeypatch.setattr(plugin, "FRESH", -1)
    assert undone(publish) != first


def test_where_something_else_stands_it_is_made() -> None:
    undone(publish)
    make_section("Council")
    publish()
    assert Story.objects.get().get_parent().get_parent().get_children().count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_migrations_put_in_is_there_again_after_a_test_that_wrote() -> None:
    first = every_row()
    for _ in range(2):
        call_command(
            "flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True
        )
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        assert every_row() == first


@pytest.mark.skipif(is_postgresql(), reason="There, nobody writes any more when rows are put back.")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_writes_while_the_first_rows_are_put_back_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = []

    def write() -> None:
        Group.objects.create(name="Late")
        connection.close()

    writer = threading.Thread(target=write)

    def read_slowly() -> Rows:
        rows = every_row()
        writer.start()
        writer.join(0.2)
        waited.append(writer.is_alive())
        return rows

    monkeypatch.setattr(plugin, "every_row", read_slowly)
    plugin.put_first_rows_back()
    writer.join()
    assert waited == [True]
