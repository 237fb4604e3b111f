"""What a list of narrations amounts to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, FloatField, Q, QuerySet, Sum
from django.db.models.functions import Cast

from broadsheet.narration.desk.clock import minutes
from broadsheet.narration.models import Narration, Production

_VOICED = Q(production__origin=Production.Origin.SYNTHETIC, production__lines__gt=0)


@dataclass(frozen=True, slots=True)
class Totals:
    """Seconds of audio that can be heard: all of it, and of synthetic voices what was voiced anew and reused."""

    audio: float
    anew: float
    reused: float
    lines: int
    lines_reused: int
    work: float

    @property
    def facts(self) -> list[tuple[str, str]]:
        """In words, for the head of the report."""
        return [
            ("Audio", minutes(self.audio)),
            ("Voiced anew", minutes(self.anew)),
            ("Reused", minutes(self.reused)),
            ("Segments reused", f"{self.share} %" if self.lines else "–"),
            ("Computing", minutes(self.work)),
        ]

    @property
    def share(self) -> int:
        """How many of a hundred sentences were there before; a hundred only where all were."""
        return 100 * self.lines_reused // self.lines if self.lines else 0


def totals_of(narrations: QuerySet[Narration]) -> Totals:
    """The totals, in one question."""
    of_lines = Cast("production__lines_reused", FloatField()) / F("production__lines")
    found = narrations.order_by().aggregate(
        audio=Sum("production__milliseconds"),
        voiced=Sum("production__milliseconds", filter=_VOICED),
        reused=Sum(F("production__milliseconds") * of_lines, filter=_VOICED, output_field=FloatField()),
        lines=Sum("production__lines", filter=_VOICED),
        lines_reused=Sum("production__lines_reused", filter=_VOICED),
        work=Sum("production__seconds_of_work"),
    )
    audio, voiced, reused = ((found[name] or 0) / 1000 for name in ("audio", "voiced", "reused"))
    return Totals(
        audio, voiced - reused, reused, found["lines"] or 0, found["lines_reused"] or 0, found["work"] or 0.0
    )
