"""Knows what earlier runs brought in, and decides what this one may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from broadsheet.imports.fingerprint import fingerprint
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Outcome, Report

EDITED = "edited here since the last import (--overwrite replaces it)"
DELETED = "deleted here since the last import (--overwrite brings it back)"

Written = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a foreign thing, and what it is here already."""

    outcome: Outcome
    record: ImportedObject | None = None
    reason: str = ""

    @property
    def ours(self) -> Any:
        """Our thing, if there is one."""
        return self.record.object if self.record else None

    @property
    def is_to_write(self) -> bool:
        """Whether something changes here."""
        return self.outcome in (Outcome.CREATED, Outcome.UPDATED)


class Ledger:
    """One blog's things. `is_rehearsal` reads everything and writes nothing."""

    def __init__(
        self, site: str, report: Report, *, overwrite: bool = False, is_rehearsal: bool = False
    ) -> None:
        self.site = site
        self.report = report
        self.is_rehearsal = is_rehearsal
        self._overwrite = overwrite
        records = ImportedObject.objects.filter(site=site).values_list("kind", "foreign_id", "object_id")
        self._known = {(kind, foreign_id): object_id for kind, foreign_id, object_id in records}

    def id_of(self, kind: str, foreign_id: str | int) -> int | None:
        """Our id of a foreign thing."""
        return self._known.get((kind, str(foreign_id)))

    def judge(
        self, kind: str, foreign_id: str | int, source: Any, *, as_it_is: Callable[[Any], Written]
    ) -> Verdict:
        """Compare the foreign thing with what was brought in before, and ours with what was written then."""
        if (kind, str(foreign_id)) not in self._known:
            return Verdict(Outcome.CREATED)
        record = ImportedObject.objects.get(site=self.site, kind=kind, foreign_id=str(foreign_id))
        ours = record.object
        if ours is None:
            return Verdict(Outcome.CREATED if self._overwrite else Outcome.SKIPPED, record, DELETED)
        if record.source_hash == fingerprint(source):
            return Verdict(Outcome.UNCHANGED, record)
        if as_it_is(ours) != record.written and not self._overwrite:
            return Verdict(Outcome.SKIPPED, record, EDITED)
        return Verdict(Outcome.UPDATED, record)

    def was_left_at(self, kind: str, foreign_id: str | int, parent: int | None) -> bool:
        """Whether a page still stands below the page that the last run put it under."""
        record = ImportedObject.objects.get(site=self.site, kind=kind, foreign_id=str(foreign_id))
        return bool(record.written.get("parent") == parent)

    def remember(
        self, kind: str, foreign_id: str | int, source: Any, *, ours: models.Model, written: Written
    ) -> None:
        """Note, in the caller's transaction, what our thing was made from and what it looks like."""
        record = ImportedObject(
            site=self.site,
            kind=kind,
            foreign_id=str(foreign_id),
            content_type=ContentType.objects.get_for_model(type(ours)),
            object_id=ours.pk,
            source_hash=fingerprint(source),
            written=written,
            last_imported_at=timezone.now(),
        )
        ImportedObject.objects.bulk_create(
            [record],
            update_conflicts=True,
            unique_fields=["site", "kind", "foreign_id"],
            update_fields=["content_type", "object_id", "source_hash", "written", "last_imported_at"],
        )
        self._known[kind, str(foreign_id)] = ours.pk

    def tell(self, verdict: Verdict, kind: str, foreign_id: str | int, title: str) -> None:
        """Count the verdict in the report, with its reason if it leaves the thing alone."""
        label = ImportedObject.Kind(kind).label
        if verdict.outcome is Outcome.SKIPPED:
            self.report.skip(label, verdict.reason)
            self.report.remark(label, foreign_id, title, verdict.reason)
        else:
            self.report.count(label, verdict.outcome)
