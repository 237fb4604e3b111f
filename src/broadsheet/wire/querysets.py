"""Wire items, asked for in English.

A page that shows a list of them notes which (`freshness`), where it asks.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When
from django.utils import timezone

from broadsheet.pages.querysets import private
from broadsheet.wire.newsroom_time import A_DAY, start_of

if TYPE_CHECKING:
    from broadsheet.news.models import Section

STANDING = ("live", "corrected")


class WireItemQuerySet(QuerySet[Any]):
    """Every question that the paper asks about its wire."""

    def visible(self) -> Self:
        """What readers see, or see that it was retracted."""
        return self.exclude(state="draft")

    def standing(self) -> Self:
        """What readers can read."""
        return self.filter(state__in=STANDING)

    def newest(self) -> Self:
        return self.order_by("-posted_at", "-pk")

    def key(self) -> Self:
        """Key developments."""
        return self.filter(is_key=True)

    def on(self, day: date) -> Self:
        """Items of one day of the newsroom."""
        return self.filter(posted_at__gte=start_of(day), posted_at__lt=start_of(day + A_DAY))

    def in_section(self, section: Section) -> Self:
        """Items of `section` and of the sections inside it."""
        return self.filter(section__path__startswith=section.path)

    def breaking(self, now: datetime | None = None) -> Self:
        """Those whose banner stands, the newest first; only the first is shown."""
        return self.standing().filter(breaking_until__gt=now or timezone.now()).newest()

    def pinned(self) -> Self:
        return self.filter(pinned_at__isnull=False)

    def by_importance(self) -> Self:
        """Breaking before notable before routine, and of these the newest first."""
        rank = Case(
            When(urgency="breaking", then=Value(0)),
            When(urgency="notable", then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        return self.annotate(rank=rank).order_by("rank", "-posted_at", "-pk")

    def for_reading(self) -> Self:
        """With what a line of the feed shows, and whether everybody may read what it links.

        `listing` makes of it what `shown_story` and its like ask for.
        """
        section, story = (apps.get_model("news", name) for name in ("Section", "Story"))
        open_section = section.objects.filter(pk=OuterRef("section")).live().exclude(private())
        open_story = story.objects.filter(pk=OuterRef("story")).order_by().published()
        loaded = self.select_related("section", "story__section").defer("story__body")
        return loaded.annotate(has_open_section=Exists(open_section), has_open_story=Exists(open_story))
