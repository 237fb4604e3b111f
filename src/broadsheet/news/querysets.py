"""Stories, asked for in English."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import BooleanField, Case, Exists, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from broadsheet.media.models import Rendition
from broadsheet.media.shapes import SHAPES

if TYPE_CHECKING:
    from broadsheet.news.models import Author, Section, Topic


class StoryQuerySet(PageQuerySet):
    """Every question that the paper asks about its stories."""

    def published(self) -> Self:
        """Stories that everybody may read.

        Privacy is looked up within the same query; Wagtail's `public()` costs one more and grows with the
        number of restrictions.
        """
        own = Q(page__path=Substr(OuterRef("path"), 1, Length("page__path")))
        source = Q(page__path=Substr(OuterRef("alias_of__path"), 1, Length("page__path")))
        return self.live().exclude(Exists(PageViewRestriction.objects.filter(own | source)))

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

    def picked(self, front_page_id: int, *, now: datetime | None = None) -> Self:
        """The editors' picks of a front page, in the editors' order, those whose time is over left out."""
        standing = Q(picks__ends_at__isnull=True) | Q(picks__ends_at__gt=now or timezone.now())
        return self.filter(standing, picks__page_id=front_page_id).order_by("picks__sort_order", "picks__pk")

    def for_lines(self) -> Self:
        """With what a headline needs: its section and its picture, without the text."""
        return self.select_related("section", "lead_picture").defer("body")

    def for_cards(self, shape: str = "3x2") -> Self:
        """With what a card shows: section, byline, and the picture's renditions in `shape`."""
        return self.for_lines().with_bylines().with_renditions(shape)

    def with_bylines(self) -> Self:
        return self.prefetch_related("bylines__author")

    def with_renditions(self, shape: str = "3x2") -> Self:
        cuts = Rendition.objects.filter(filter_spec__in=SHAPES[shape].specs)
        return self.prefetch_related(
            Prefetch("lead_picture__renditions", queryset=cuts, to_attr="prefetched_renditions")
        )


StoryManager = PageManager.from_queryset(StoryQuerySet)
