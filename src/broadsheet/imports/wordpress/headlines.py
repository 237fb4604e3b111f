"""Headlines and slugs that the paper can use, whatever WordPress had."""

from __future__ import annotations

from urllib.parse import unquote

from django.utils.text import slugify

from broadsheet.imports.wordpress.records import Post
from broadsheet.kit.excerpt import cut, one_line
from broadsheet.kit.html import plain

LONGEST = 255
FIRST_WORDS = 70


def full_headline(post: Post) -> str:
    """The title in plain words, however long; empty where there is none."""
    return one_line(plain(post.title))


def headline(post: Post, *, opening: str) -> str:
    """A headline that fits; an untitled post is called by its first words, an empty one by its number."""
    words = full_headline(post) or cut(opening, length=FIRST_WORDS) or f"Untitled {post.id}"
    return cut(words, length=LONGEST)


def wanted_slug(slug: str, *, otherwise: str, last: str) -> str:
    """A slug in readable letters: `%ce%b1` → `α`. Falls back to other words, then to `last`."""
    for words in (unquote(slug, errors="replace"), otherwise):
        if made := slugify(words, allow_unicode=True).strip("-_"):
            return made
    return last
