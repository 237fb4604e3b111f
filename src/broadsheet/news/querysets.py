"""Stories, asked for in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import BooleanField, Case, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from broadsheet.media.models import Rendition
from broadsheet.media.shapes import SHAPES
from broadsheet.pages.querysets import private

if TYPE_CHECKING:
    from broadsheet.news.models import Author, Section, Topic


class StoryQuerySet(PageQuerySet):
    """Every question that the paper asks about its stories."""

    def published(self) -> Self:
        """Stories that everybody may read."""
        return self.live().exclude(private())

    def known_public(self) -> Self:
        """Published stories that remember that they are, so that showing one does not ask again."""
        original = When(alias_of__isnull=True, then=Value(True))
        return self.published().annotate(
            known_public=Case(original, default=Value(False), output_field=BooleanField())
        )

    def newest(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_section(self, section: Section) -> Self:
        """Stories of `section` and of the sections inside it."""
        return self.filter(section__path__startswith=section.path)

    def by_author(self, author: Author) -> Self:
        return self.filter(bylines__author=author)

    def about(self, topic: Topic) -> Self:
        return self.filter(topics=topic)

    def picked(self, front_page_id: int, *, or_among: Iterable[int] = ()) -> Self:
        """The editors' picks of a front page in the editors' order, those whose time is over left out.

        `or_among` are ids of further stories wanted with them: their `pick_order` is None, and they come last.
        """
        standing = _standing_picks(front_page_id)
        order = Subquery(standing.filter(story=OuterRef("pk")).values("sort_order")[:1])
        wanted = Q(pk__in=standing.values("story")) | Q(pk__in=list(or_among))
        return self.filter(wanted).annotate(pick_order=order).order_by(F("pick_order").asc(nulls_last=True))

    def for_lines(self) -> Self:
        """With what a headline needs: its section and its picture, without the text."""
        return self.select_related("section", "lead_picture").defer("body")

    def for_cards(self, shape: str = "3x2") -> Self:
        """With what a card shows: section, byline, and the picture's renditions in `shape`."""
        return self.for_lines().with_bylines().with_renditions(shape)

    def with_bylines(self) -> Self:
        """With authors in order."""
        bylines = apps.get_model("news", "Byline").objects.select_related("author__portrait")
        return self.prefetch_related(Prefetch("bylines", queryset=bylines.order_by("sort_order")))

    def with_renditions(self, shape: str = "3x2") -> Self:
        cuts = Rendition.objects.filter(filter_spec__in=SHAPES[shape].specs)
        return self.prefetch_related(
            Prefetch("lead_picture__renditions", queryset=cuts, to_attr="prefetched_renditions")
        )


def _standing_picks(front_page_id: int) -> QuerySet[Any]:
    picks = apps.get_model("news", "EditorsPick").objects.filter(page_id=front_page_id)
    return picks.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))


StoryManager = PageManager.from_queryset(StoryQuerySet)
