"""Stories, asked for in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import BooleanField, Case, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from broadsheet.edge.recording import note_list, note_until
from broadsheet.edge.tags import below
from broadsheet.media.models import Rendition
from broadsheet.media.shapes import SHAPES
from broadsheet.news.freshness import STORIES, about, by, picks_of
from broadsheet.pages.querysets import private

if TYPE_CHECKING:
    from broadsheet.news.models import Author, Section, Topic


class StoryQuerySet(PageQuerySet):
    """Every question that the paper asks about its stories.

    One that asks for a list says so when it is asked, for the record of the page that shows it.
    """

    _narrow: frozenset[str] = frozenset()  # the lists that this is a part of
    _is_list = False

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
        ordered = self.order_by("-published_at", "-pk")
        ordered._is_list = True
        return ordered

    def in_section(self, section: Section) -> Self:
        """Stories of `section` and of the sections inside it."""
        return self.filter(section__path__startswith=section.path)._part_of(below(section.pk))

    def by_author(self, author: Author) -> Self:
        return self.filter(bylines__author=author)._part_of(by(author.pk))

    def about(self, topic: Topic) -> Self:
        return self.filter(topics=topic)._part_of(about(topic.pk))

    def picked(self, front_page_id: int, *, or_among: Iterable[int] = ()) -> Self:
        """The editors' picks of a front page in the editors' order, those whose time is over left out.

        `or_among` are ids of further stories wanted with them: their `pick_order` is None, and they come last.
        """
        standing = _standing_picks(front_page_id)
        order = Subquery(standing.filter(story=OuterRef("pk")).values("sort_order")[:1])
        wanted = Q(pk__in=standing.values("story")) | Q(pk__in=list(or_among))
        until = Subquery(standing.filter(story=OuterRef("pk")).values("ends_at")[:1])
        chosen = self.filter(wanted).annotate(pick_order=order, pick_ends_at=until)
        return chosen.order_by(F("pick_order").asc(nulls_last=True))._part_of(picks_of(front_page_id))

    def count(self) -> int:
        self._note()
        return super().count()

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._note()
        super()._fetch_all()
        for story in self._result_cache or ():
            note_until(getattr(story, "pick_ends_at", None))

    def _clone(self) -> Self:
        clone = super()._clone()
        clone._narrow, clone._is_list = self._narrow, self._is_list
        return clone

    def _part_of(self, tag: str) -> Self:
        self._narrow |= {tag}
        return self

    def _note(self) -> None:
        if self._narrow or self._is_list:
            note_list(*(self._narrow or {STORIES}))

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
