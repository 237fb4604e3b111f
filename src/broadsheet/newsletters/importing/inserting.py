"""Puts many rows into a table with one statement, and finds many by one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models
from django.db.models.lookups import Lookup


@models.ForeignKey.register_lookup
@models.CharField.register_lookup
class Among(Lookup[Any]):
    """`key__among=[…]`: as `__in`, with one parameter for the whole list.

    Both drivers take longer over a thousand parameters than the database over its answer.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """A list written as JSON."""
        column, before = self.process_lhs(compiler, connection)
        # The column is one of ours.
        return f"{column} IN (SELECT value FROM json_each(%s))", [*before, json.dumps(self.rhs)]  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """An array."""
        column, before = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*before, self.rhs]


def insert(
    model: type[models.Model],
    names: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    unless: Sequence[str] = (),
    returning: Sequence[str] = (),
) -> list[tuple[Any, ...]]:
    """Insert rows of values for the columns `names`, and return the columns `returning` of those that were.

    Rows that are there already, by the columns `unless`, are left as they are. An instance for each, as
    `bulk_create` has it, takes ten times as long. Every name is a column's, and none is anybody's input.
    """
    if not rows:
        return []
    quoted = connection.ops.quote_name
    source, values = (_as_json if connection.vendor == "sqlite" else _as_arrays)(model, names, rows)
    statement = [f"INSERT INTO {quoted(model._meta.db_table)} ({', '.join(map(quoted, names))}) {source}"]
    if unless:
        statement.append(f"ON CONFLICT ({', '.join(map(quoted, unless))}) DO NOTHING")
    if returning:
        statement.append(f"RETURNING {', '.join(map(quoted, returning))}")
    with connection.cursor() as cursor:
        cursor.execute(" ".join(statement), values)
        return list(cursor.fetchall()) if returning else []


def _as_json(
    model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> tuple[str, list[str]]:
    cells = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(names)))
    adapt = connection.ops.adapt_datetimefield_value
    plain = [[adapt(one) if isinstance(one, datetime) else one for one in row] for row in rows]
    # Without WHERE, SQLite would take ON CONFLICT for the condition of a join. The cells are numbers.
    return f"SELECT {cells} FROM json_each(%s) WHERE true", [json.dumps(plain)]  # noqa: S608


def _as_arrays(
    model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> tuple[str, list[list[Any]]]:
    kinds = {field.column: field.db_type(connection) for field in model._meta.concrete_fields}
    arrays = ", ".join(f"%s::{kinds[name]}[]" for name in names)
    # The kinds are those of our columns.
    return f"SELECT * FROM unnest({arrays})", [list(column) for column in zip(*rows, strict=True)]  # noqa: S608
