"""Background work of search."""

from __future__ import annotations

from django.db import connection
from django_tasks import task


@task()
def refresh_vocabulary() -> None:
    """Count the paper's words anew. SQLite counts as it goes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY news_vocabulary")
