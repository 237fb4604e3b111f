"""Whether the newsroom can start: its database is there and has the tables that this version needs."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def missing_migrations() -> list[str]:
    """Migrations that this version has and the database lacks."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def require_migrated() -> None:
    """Raise `CommandError` with the remedy when tables are missing."""
    missing = missing_migrations()
    if missing:
        raise CommandError(f"The database lacks {len(missing)} migrations. Run “broadsheet manage migrate”.")
