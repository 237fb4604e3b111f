"""See that all that WordPress had published is in the paper, and that every old address leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import quote

from django.test import Client
from django.utils import timezone

from broadsheet.imports.actions.import_wordpress import LABELS
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress import categories
from broadsheet.imports.wordpress.addresses import path_of
from broadsheet.imports.wordpress.headlines import full_headline, wanted_slug
from broadsheet.imports.wordpress.html.shortcodes import SHORTCODE
from broadsheet.imports.wordpress.index import STORY, Index, build_index
from broadsheet.imports.wordpress.reader import read_all
from broadsheet.imports.wordpress.records import Post
from broadsheet.imports.wordpress.status import Standing, status_of
from broadsheet.pages.reserved import is_reserved

UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
# A word may be partly bold or lowered; links part words, as two that touch are two buttons.
INLINE = re.compile(
    r"</?(?:abbr|b|big|code|del|em|i|ins|q|s|small|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE
)
WORD = re.compile(r"\w+")
MOST_WORDS = 8


@dataclass
class Check:
    """What was asked for and what was wrong."""

    asked: int = 0
    stories: int = 0
    pages: int = 0
    redirects: int = 0
    problems: list[str] = field(default_factory=list)


def check_wordpress(*exports: Path, host: str = "") -> Check:
    """Ask the paper for all that was published, at the new address and at the old one.

    Each must answer 200, or 301 to an address that answers 200; each story and page must show all its words.
    Raises ExportError for a file that is no sound export.
    """
    index = build_index(*exports)
    asker = _Asker(Client(headers={"host": host} if host else None, raise_request_exception=False))
    records = ImportedObject.objects.filter(site=index.site[:255])
    for post in _published(exports):
        _check_post(asker, post, records.filter(foreign_id=str(post.id), kind=_kind(post)).first())
    for path in _archives(index):
        asker.follow(path, what=path)
    for record in records.filter(kind__in=[ImportedObject.Kind.AUTHOR, ImportedObject.Kind.TOPIC]):
        if record.object:
            asker.expect(record.object.get_absolute_url(), what=str(record))
    for record in records.filter(kind=ImportedObject.Kind.SECTION):
        if record.object:
            asker.expect(record.object.url or "", what=str(record))
    return asker.check


class _Asker:
    """Asks the paper in-process, as a reader would."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.check = Check()

    def expect(self, path: str, *, what: str) -> str:
        """The body at a path that must answer 200."""
        answer = self._client.get(path)
        self.check.asked += 1
        if answer.status_code != 200:
            self.check.problems.append(f"{what}: {path} answers {answer.status_code}")
            return ""
        return b"".join(answer).decode()

    def follow(self, path: str, *, what: str, target: str = "") -> None:
        """An old path that must answer 200, or 301 to its target, which must answer 200."""
        answer = self._client.get(quote(path) if "?" not in path else path)
        self.check.asked += 1
        if answer.status_code == 301:
            self.check.redirects += 1
            new = answer["Location"]
            if target and path_of(new) != path_of(target):
                self.check.problems.append(f"{what}: {path} leads to {new} instead of {target}")
            self.expect(new, what=what)
        elif answer.status_code != 200 or (target and path_of(target) != path):
            self.check.problems.append(
                f"{what}: {path} answers {answer.status_code} instead of leading to {target}"
            )


def _published(exports: Sequence[Path]) -> Iterator[Post]:
    now = timezone.now()
    for record in read_all(exports):
        if (
            isinstance(record, Post)
            and record.type in LABELS
            and status_of(record, now=now).standing is Standing.LIVE
        ):
            yield record


def _kind(post: Post) -> str:
    return ImportedObject.Kind.STORY if post.type == STORY else ImportedObject.Kind.PAGE


def _check_post(asker: _Asker, post: Post, record: ImportedObject | None) -> None:
    what = f"{post.type} {post.id} “{full_headline(post)}”"
    page = record.object if record else None
    if page is None or not page.live:
        asker.check.problems.append(f"{what}: is not in the paper, or not public")
        return
    shown = asker.expect(page.url or "", what=what)
    if lost := _words(f"{post.title} {_readable(post.content)}") - _words(f"{shown} {_links(shown)}"):
        asker.check.problems.append(f"{what}: lost the words {', '.join(sorted(lost)[:MOST_WORDS])}")
    if post.type == STORY:
        asker.check.stories += 1
    else:
        asker.check.pages += 1
    old = path_of(post.link)
    if old and not is_reserved(old.strip("/")):
        asker.follow(old, what=what, target=page.url or "")
    short = "p" if post.type == STORY else "page_id"
    asker.follow(f"/?{short}={post.id}", what=what, target=page.url or "")


def _readable(content: str) -> str:
    """The words that WordPress would show, found by simpler means than the import's own."""
    return SHORTCODE.sub(lambda match: match["content"] or "", UNSEEN.sub(" ", content))


def _words(markup: str) -> set[str]:
    return set(WORD.findall(unescape(TAG.sub(" ", INLINE.sub("", markup)))))


def _links(markup: str) -> str:
    """Addresses count as shown where they are links."""
    return " ".join(re.findall(r'href="([^"]*)"', markup))


def _archives(index: Index) -> Iterator[str]:
    """The addresses of WordPress's own lists: categories, tags and authors."""
    for slug in (*categories.sections(index), *(categories.topics(index).keys() & index.categories.keys())):
        yield f"/category/{wanted_slug(slug, otherwise=slug, last=slug)}/"
    for slug in sorted(index.used_tags):
        yield f"/tag/{wanted_slug(slug, otherwise=slug, last=slug)}/"
    for author in index.authors.values():
        yield f"/author/{wanted_slug(author.login, otherwise=author.name, last='author')}/"
