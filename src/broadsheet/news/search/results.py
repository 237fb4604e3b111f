"""Stories that match, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models.expressions import RawSQL
from django.utils.functional import cached_property

from broadsheet.kit.excerpt import one_line
from broadsheet.news.models import Story
from broadsheet.news.search.engine import Engine, Matches
from broadsheet.news.search.highlights import first_match, mark, window
from broadsheet.pages.reading import body_words

# Weighing a match may mean reading the whole text of its story: of many, only the newest are weighed.
MOST_WEIGHED = 1000
BEST_FIRST = f"CASE WHEN place <= {MOST_WEIGHED} THEN {{weight}} ELSE 0 END DESC, published_at DESC, id DESC"
NEWEST_FIRST = "published_at DESC, id DESC"


class Results:
    """The published stories that have all `words` in them; behaves like a list that a paginator can cut.

    Whether a story is published is asked of the story and not of the index, which may lag behind.
    """

    ordered = True

    def __init__(self, words: Sequence[str], engine: Engine, *, newest_first: bool = False) -> None:
        self.words = list(words)
        self._engine = engine
        self._order = NEWEST_FIRST if newest_first else BEST_FIRST

    def __len__(self) -> int:
        return self._count

    def count(self) -> int:
        """How many stories match; what a paginator asks first."""
        return self._count

    def __getitem__(self, places: slice) -> list[Story]:
        """The stories of one page, marked."""
        start, stop = places.start or 0, min(places.stop, self._count)
        if stop <= start:
            return []
        found = self._ids(start, stop)
        stories = {story.pk: story for story in Story.objects.filter(pk__in=found).published().for_cards()}
        return self._marked([stories[pk] for pk in found if pk in stories])

    @cached_property
    def _count(self) -> int:
        if not self.words:
            return 0
        matching, params = _published(self._engine.matches(self.words))
        return int(self._engine.rows(f"SELECT count(*) {matching}", params)[0][0])

    def _ids(self, start: int, stop: int) -> list[int]:
        matches = self._engine.matches(self.words)
        matching, params = _published(matches)
        sql = f"""
            SELECT id FROM (
                SELECT matching.*, published_at, row_number() OVER (ORDER BY {NEWEST_FIRST}) AS place
                {matching}
            ) AS found ORDER BY {self._order.format(weight=matches.weight)} LIMIT %s OFFSET %s
        """  # noqa: S608  # see _published
        return [int(row[0]) for row in self._engine.rows(sql, [*params, stop - start, start])]

    def _marked(self, stories: Sequence[Story]) -> list[Story]:
        excerpts = self._excerpts(stories)
        for story in stories:
            shown: Any = story
            shown.headline_marked = mark(story.headline, self.words)
            shown.excerpt_marked = mark(excerpts[story.pk], self.words)
        return list(stories)

    def _excerpts(self, stories: Iterable[Story]) -> dict[int, str]:
        """The standfirst where it matches, else the part of the text that does."""
        excerpts = {story.pk: story.excerpt for story in stories}
        missing = [pk for pk, excerpt in excerpts.items() if first_match(excerpt, self.words) is None]
        for story in Story.objects.filter(pk__in=missing).only("body"):
            text = one_line(body_words(story.body))
            at = first_match(text, self.words)
            excerpts[story.pk] = excerpts[story.pk] if at is None else window(text, at)
        return excerpts


def _published(matches: Matches) -> tuple[str, tuple[Any, ...]]:
    """SQL, from FROM on, for those of `matches` that everybody may read; the reader's words are parameters.

    The index goes first: SQLite takes a CROSS JOIN in the order in which it is written
    (sqlite.org/optoverview.html).
    """
    this = Story.objects.published().filter(pk=RawSQL("matching.id", [])).order_by().values("pk")
    published, known = this.query.sql_with_params()
    sql = f"""
        FROM ({matches.sql}) AS matching CROSS JOIN {Story._meta.db_table} AS story
        WHERE story.page_ptr_id = matching.id AND EXISTS ({published})
    """
    return sql, (*matches.params, *known)
