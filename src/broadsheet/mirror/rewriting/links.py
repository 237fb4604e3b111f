"""Reads links as a browser does, and says what on the paper's own host they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from django.conf import settings
from wagtail.models import Site

from broadsheet.edge.addresses import address_of
from broadsheet.mirror.targets import FRONT, HEADLINES, Target

FILES = ("static", "media", "documents")
_NO_PAGES = ("desk", "_util", "healthz", *FILES)  # nor anything else that readers could want
_LOOPBACK = {"127.0.0.1", "localhost", "::1", "[::1]"}
_IGNORED = dict.fromkeys(map(ord, "\t\r\n"))  # browsers take these out of an address (url.spec.whatwg.org)
_EDGES = "".join(map(chr, range(33)))
_PAGE = re.compile(r"(?:^|&)page=([1-9]\d{0,3})(?:&|$)")


class Link(NamedTuple):
    """A link to the paper itself. Without a target, readers cannot have what it leads to."""

    target: Target | None
    path: str  # as it is asked for
    fragment: str = ""


class OwnHost:
    """Tells the paper's own addresses from others. `is_file` says of a path whether readers may have the file."""

    def __init__(self, is_file: Callable[[str], bool]) -> None:
        self._is_file = is_file
        # Every page has the same hundred links around its own.
        self._from_root = lru_cache(maxsize=20_000)(self._link)

    def link(self, text: str, *, at: Target) -> Link | None:
        """What `text`, found on the page `at`, leads to; None for what is elsewhere, or on the same page."""
        return self._from_root(text) if text.startswith("/") else self._link(text, at)

    def _link(self, text: str, at: Target = FRONT) -> Link | None:
        parts = _split(text)
        if parts is None or not self._is_own(parts):
            return None
        if not parts.netloc and not parts.path and not parts.query:
            return None
        path = _joined(quote(at.path), (parts.path or ("/" if parts.netloc else at.path)).replace("\\", "/"))
        return Link(self._target(unquote(path), parts.query), path, parts.fragment)

    def is_absolute(self, text: str) -> bool:
        """Whether `text` is an address that names the paper's own host."""
        parts = _split(text)
        return bool(parts and parts.netloc and self._is_own(parts))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the paper's own whole addresses in the text of XML."""
        names = "|".join(sorted(map(re.escape, self.names), key=len, reverse=True))
        return re.compile(
            rf"""(?:https?:)?//(?:{names})(?![\w.:-])((?:[^\s"'<>&\\]|&amp;)*)""", re.IGNORECASE
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The names, with their ports, under which readers know the paper."""
        public = urlsplit(settings.PUBLIC_URL).netloc.lower()
        others = (str(name).lower() for name in settings.ALLOWED_HOSTS)
        sites = (urlsplit(site.root_url).netloc.lower() for site in Site.objects.all())
        reachable = (name for name in others if name not in _LOOPBACK and "*" not in name)
        return frozenset({public, *sites, *reachable} - {""})

    def _is_own(self, parts: SplitResult) -> bool:
        if parts.scheme not in ("", "http", "https"):
            return False
        if not parts.netloc:
            return not parts.scheme
        host = parts.netloc.lower().rpartition("@")[2]
        return host in self.names or re.sub(r":(80|443)$", "", host) in self.names

    def _target(self, path: str, query: str) -> Target | None:
        target = Target(path)
        if {".", ".."} & set(path.split("/")) or "\0" in path:
            return None
        found = _PAGE.search(query)
        page = int(found[1]) if found else 1
        if target.first == HEADLINES.first:
            return HEADLINES._replace(page=1 if "q=" in query else page)
        if target.first in FILES:
            return target if self._is_file(path) else None
        return None if target.first in _NO_PAGES else _page(path, page)


def _page(path: str, page: int) -> Target | None:
    """The page that the paper stores under `path`, also where the slash at the end was forgotten."""
    query = f"page={page}" if page > 1 else ""
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    for spelling in (path, f"{path}/"):
        if found := address_of(host, spelling, quote(spelling), query):
            return Target(found.path, found.page)
    return None


def _joined(base: str, path: str) -> str:
    """The path from the root (RFC 3986, 5.2.4): dots that climb out of it end at it."""
    words: list[str] = []
    whole = path if path.startswith("/") else base[: base.rfind("/") + 1] + path
    for word in whole[1:].split("/"):
        if word == "..":
            del words[-1:]
        elif word != ".":
            words.append(word)
    end = "/" if words and whole.endswith(("/.", "/..")) else ""
    return f"/{'/'.join(words)}{end}"


def _split(text: str) -> SplitResult | None:
    try:
        return urlsplit(text.strip(_EDGES).translate(_IGNORED))
    except ValueError:  # no browser follows it either
        return None
