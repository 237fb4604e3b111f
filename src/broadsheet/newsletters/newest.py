"""The newest edition of each of some newsletters."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from broadsheet.edge.recording import note
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.models import Edition, Newsletter


def with_newest_editions(newsletters: QuerySet[Newsletter]) -> list[Any]:
    """The newsletters, each with `newest`: its newest edition in the archive, or None. Two queries."""
    editions = Edition.objects.in_archive().filter(newsletter=OuterRef("pk"))
    found: list[Any] = list(newsletters.annotate(newest_id=Subquery(editions.values("pk")[:1])))
    note(*(archive_of(one.pk) for one in found))
    by_id = (
        Edition.objects.select_related("newsletter")
        .defer("body", "filled")
        .in_bulk([one.newest_id for one in found if one.newest_id])
    )
    for one in found:
        one.newest = by_id.get(one.newest_id)
    return found
