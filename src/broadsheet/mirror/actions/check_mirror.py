"""Looks whether everything that a mirror leads to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from broadsheet.kit.html import plain
from broadsheet.mirror.folder import OURS, Folder
from broadsheet.mirror.manifest import Known
from broadsheet.mirror.rewriting.links import OwnHost
from broadsheet.mirror.rewriting.pages import LINKS, SETS
from broadsheet.mirror.rewriting.sets import candidates
from broadsheet.mirror.rewriting.styles import styles
from broadsheet.mirror.rewriting.tags import tags_of

_ELEMENT = re.compile(r"<(?:link|loc|url|comments)>([^<]*)</")
_ATTRIBUTE = re.compile(r"""<[\w:]+\s[^<>]*?\b(?:url|uri|href)=["']([^"']*)["']""")
_TEXT = re.compile(r"<content:encoded>(.*?)</content:encoded>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link in the file at `place` that leads to nothing."""

    place: str
    link: str


@dataclass(slots=True)
class Check:
    """What was looked at, and what is wrong."""

    files: int = 0
    links: int = 0
    dead: list[DeadLink] = field(default_factory=list)


def check_mirror(folder: Path) -> Check:
    """Follow every link of every file; reads the files as they are. Raises `MirrorError` where no mirror is."""
    place = Folder(folder)
    place.require_mirror()
    return _Checker(place).checked()


class _Checker:
    def __init__(self, folder: Folder) -> None:
        self._folder = folder.path
        self._url = Known(folder.manifest).url
        self._there = {
            str(file.relative_to(self._folder)) for file in self._folder.rglob("*") if file.is_file()
        } - OURS
        self._own = OwnHost(lambda path: True)

    def checked(self) -> Check:
        check = Check(files=len(self._there))
        for place in sorted(self._there):
            for link in set(links_in(place, self._folder / place)):
                check.links += 1
                if not self._leads_somewhere(place, link):
                    check.dead.append(DeadLink(place, link))
        return check

    def _leads_somewhere(self, place: str, link: str) -> bool:
        if self._url and link.startswith(self._url):
            return unquote(urlsplit(link[len(self._url) :]).path) in self._there
        try:
            parts = urlsplit(link)
        except ValueError:
            return True
        if parts.scheme or parts.netloc:
            return not self._own.is_absolute(link)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(parts.path)))
        return not parts.path or path in self._there


def links_in(place: str, file: Path) -> Iterator[str]:
    """Every link in a file, as it is written."""
    match posixpath.splitext(place)[1]:
        case ".html" if not place.startswith(("media/", "documents/")):
            yield from _links_of_page(file.read_text())
        case ".css" if place.startswith("static/"):
            found: list[str] = []
            styles(file.read_text(), lambda link: found.append(link) or link)  # type: ignore[func-returns-value]
            yield from found
        case ".xml":
            yield from _links_of_feed(file.read_text())


def _links_of_page(text: str) -> Iterator[str]:
    for tag in tags_of(text):
        for name, value in tag.attributes.items():
            if value and name in LINKS:
                yield value
            elif value and name in SETS:
                yield from (address for address, _ in candidates(value))
        if tag.get("http-equiv") == "refresh":
            yield tag.get("content").partition("url=")[2]
        elif tag.name == "meta" and tag.get("property") in ("og:url", "og:image", "article:author"):
            yield tag.get("content")


def _links_of_feed(text: str) -> Iterator[str]:
    for pattern in (_ELEMENT, _ATTRIBUTE):
        yield from map(plain, pattern.findall(_TEXT.sub("", text)))
    for words in _TEXT.findall(text):
        yield from _links_of_page(_unescaped(words))


def _unescaped(words: str) -> str:
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
