"""Search with SQLite's FTS5 (sqlite.org/fts5.html)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from broadsheet.kit.stems import fold, stem
from broadsheet.news.search.engine import Matches, Term, index_table, rows, story_type_id

_SHORTEST_STEM = 4


class SQLiteEngine:
    """Wagtail's FTS5 table knows no English endings: a word is looked up with its sisters."""

    def matches(self, words: Sequence[str]) -> Matches:
        """Ranked by BM25, a word in the headline counting for eight in the text.

        Joined crosswise so that SQLite asks the text index first.
        """
        table = index_table()
        # The columns of the FTS table are autocomplete, body, title.
        sql = f"""
            SELECT CAST(entry.object_id AS INTEGER) AS id, -bm25({table}_fts, 0.0, 1.0, 8.0) AS weight
            FROM {table}_fts CROSS JOIN {table} AS entry ON entry.id = {table}_fts.rowid
            WHERE {table}_fts MATCH %s AND entry.content_type_id = %s
        """  # noqa: S608  # the table's name is Wagtail's own
        wanted = " AND ".join(
            f"({' OR '.join(_quoted(form) for form in self._forms(word))})" for word in words
        )
        return Matches(sql, (f"{{body title}} : ({wanted})", story_type_id()), "weight")

    def rows(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """As they come."""
        return rows(sql, params)

    def knows(self, word: str) -> bool:
        """Whether the vocabulary has a form of `word`."""
        folded = fold(word)
        exact = rows("SELECT 1 FROM news_vocabulary WHERE term = %s LIMIT 1", [folded])
        return bool(exact) or len(self._forms(word)) > 1

    def like(self, word: str) -> list[Term]:
        """Words of about the same length that begin alike, or with the first two letters exchanged."""
        folded = fold(word)
        found = [row for first in {folded[0], folded[1:2] + folded[0]} for row in _range(first)]
        return [Term(term, count) for term, count in found if abs(len(term) - len(folded)) <= 2]

    def _forms(self, word: str) -> list[str]:
        root = stem(word)
        if len(root) < _SHORTEST_STEM:
            return [word]
        # The last letter of a stem may differ from the word's: “ferri” stands for “ferry”.
        sisters = [term for term, _ in _range(root[:-1]) if stem(term) == root]
        return list(dict.fromkeys([word, *sisters]))


def _range(prefix: str) -> list[tuple[str, int]]:
    """The vocabulary's words that begin with `prefix`, with the number of stories that have each."""
    sql = "SELECT term, doc FROM news_vocabulary WHERE term >= %s AND term < %s"
    return [(str(term), int(count)) for term, count in rows(sql, [prefix, f"{prefix}\U0010ffff"])]


def _quoted(word: str) -> str:
    return '"{}"'.format(word.replace('"', '""'))
