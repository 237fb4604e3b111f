"""Every address of the paper that search engines may keep, and when it last changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from wagtail.models import Site

from broadsheet.edge.recording import note
from broadsheet.edge.tags import PAGES, list_tag
from broadsheet.news.freshness import STORIES
from broadsheet.news.models import Author, Section, Story, Topic
from broadsheet.pages.models import InformationPage
from broadsheet.pages.querysets import private
from broadsheet.syndication.addresses import address_of, public


@dataclass(frozen=True, slots=True)
class Entry:
    """One address."""

    address: str
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of address: what to count and cut, and how a row of it becomes an entry."""

    rows: QuerySet[Any, Any]
    entry: Callable[[Any], Entry]

    def entries(self, start: int, stop: int) -> Iterator[Entry]:
        """Entries `start` to `stop`."""
        return (self.entry(row) for row in self.rows[start:stop])


PartsMaker = Callable[[], dict[str, Part]]
_of_apps_above: list[PartsMaker] = []


def adds_parts(maker: PartsMaker) -> PartsMaker:
    """Registers a function that makes further parts, of an app above; it notes the lists that they show."""
    _of_apps_above.append(maker)
    return maker


def parts(site: Site) -> dict[str, Part]:
    """The sitemap by kind of address."""
    note(PAGES, STORIES, *map(list_tag, (Author, Topic)))
    return {
        "stories": Part(_stories(), _Rooted(site)),
        "sections": Part(_pages(Section), _page),
        "pages": Part(_pages(InformationPage), _page),
        "authors": Part(_with_stories(Author, "bylines__author"), _thing),
        "topics": Part(_with_stories(Topic, "topics"), _thing),
        **{name: part for make in _of_apps_above for name, part in make().items()},
    }


class _Rooted:
    """Makes an address from a story's path in the tree: asking each of 50,000 pages would take minutes."""

    def __init__(self, site: Site) -> None:
        self._root = site.root_page.url_path

    def __call__(self, row: tuple[str, datetime | None, datetime | None, datetime | None]) -> Entry:
        path, *times = row
        changed = max((time for time in times if time), default=None)
        return Entry(public(f"/{path.removeprefix(self._root)}"), changed)


def _stories() -> QuerySet[Any, Any]:
    # A story that was first published elsewhere has its address there.
    own = (
        Story.objects.published()
        .filter(canonical_url="")
        .annotate(corrected_at=Max("corrections__issued_at"))
    )
    rows: QuerySet[Any, Any] = own.order_by("pk").values_list(
        "url_path", "published_at", "updated_at", "corrected_at"
    )
    return rows


def _pages(kind: type[Section | InformationPage]) -> QuerySet[Any, Any]:
    pages: QuerySet[Any, Any] = kind.objects.live().exclude(private()).order_by("pk").defer_streamfields()
    return pages


def _with_stories(kind: type[Author | Topic], story_field: str) -> QuerySet[Any, Any]:
    stories = Story.objects.published().filter(Q(**{story_field: OuterRef("pk")}))
    return kind.objects.filter(Exists(stories)).order_by("pk")


def _page(page: Any) -> Entry:
    return Entry(address_of(page), page.last_published_at)


def _thing(thing: Any) -> Entry:
    return Entry(address_of(thing))
