"""The text of a post → a body, and the words that do not fit elsewhere."""

from __future__ import annotations

from html import escape
from typing import Any

from broadsheet.imports.filing.run import Run
from broadsheet.imports.wordpress.headlines import LONGEST, full_headline
from broadsheet.imports.wordpress.html import Setting, convert
from broadsheet.imports.wordpress.html.body import Block, with_ids
from broadsheet.imports.wordpress.records import Post
from broadsheet.kit.excerpt import one_line
from broadsheet.kit.html import plain

STANDFIRST_ROOM = 400
READ = ("text", "heading", "html", "code")


def body_of(run: Run, post: Post, *, kind: str) -> list[Block]:
    """The body's blocks; remarks on them go into the report."""
    run.pictures.used_by = full_headline(post) or f"post {post.id}"
    setting = Setting(post.id, run.pictures, run.index.site, run.index.reusable, run.links.rewrite)
    converted = convert(post.content, setting)
    for note in converted.notes:
        run.report.remark(kind, post.id, run.pictures.used_by, note)
    return with_ids([*_overflow(post), *converted.blocks], seed=f"{run.ledger.site} {post.id}")


def opening_of(blocks: list[Block]) -> str:
    """The first words of a body."""
    for block in blocks:
        value: Any = block["value"]
        text = value if block["type"] in READ and isinstance(value, str) else _quoted(value)
        if words := one_line(plain(text)):
            return words
    return ""


def _quoted(value: Any) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else ""


def _overflow(post: Post) -> list[Block]:
    """A headline or an excerpt too long for its place opens the text, so that no word is lost."""
    title, excerpt = full_headline(post), excerpt_of(post)
    long = [words for words, room in ((title, LONGEST), (excerpt, STANDFIRST_ROOM)) if len(words) > room]
    return [{"type": "text", "value": f"<p><b>{escape(words, quote=False)}</b></p>"} for words in long]


def excerpt_of(post: Post) -> str:
    """The excerpt in plain words."""
    return one_line(plain(post.excerpt))
