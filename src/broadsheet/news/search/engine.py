"""The part of search that differs between databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from modelsearch.conf import get_app_config

from broadsheet.news.models import Story


@dataclass(frozen=True, slots=True)
class Matches:
    """SQL for the indexed stories that match: rows with an `id`, and how a row is weighed."""

    sql: str
    params: tuple[Any, ...]
    weight: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that some story has in it, and how many have it."""

    word: str
    stories: int


class Engine(Protocol):
    """What search needs of a database."""

    def matches(self, words: Sequence[str]) -> Matches:
        """The indexed stories that have all `words` in them, published or not."""

    def rows(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows of a query that has `matches` in it."""

    def knows(self, word: str) -> bool:
        """Whether any story has a form of `word` in it."""

    def like(self, word: str) -> list[Term]:
        """Words of the paper that look like `word`."""


def engine() -> Engine:
    """The engine of the database in use."""
    if connection.vendor == "postgresql":
        from broadsheet.news.search.postgresql import PostgreSQLEngine

        return PostgreSQLEngine()
    from broadsheet.news.search.sqlite import SQLiteEngine

    return SQLiteEngine()


def index_table() -> str:
    """The table that Wagtail keeps its index in."""
    return str(get_app_config().get_model("IndexEntry")._meta.db_table)


def story_type_id() -> int:
    """How the index knows stories from other things."""
    return ContentType.objects.get_for_model(Story).pk


def rows(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
