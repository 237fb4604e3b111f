"""Addresses that a page can be stored under: one spelling for each page, and no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import is_normalized
from urllib.parse import parse_qsl, quote, urlsplit

from django.conf import settings

# Words in any script between slashes, then perhaps a file for machines. No dots in front, no `//`, no `;`.
_PATH = re.compile(r"/(?:[\w-]+/)*(?:[\w-]+\.(?:xml|json|txt))?")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")
_LONGEST_HOST, _LONGEST_PATH, _LONGEST_QUERY = 260, 1024, 2048

# The first words of what is not the same for every reader, or is stored elsewhere.
FOR_DJANGO = frozenset({"_util", "api", "desk", "documents", "media", "static"})
NEVER_STORED = FOR_DJANGO | {"healthz", "search"}

# Addresses that hold a reader's secret, and whatever answers nobody but who sends something.
PRIVATE = re.compile(r"/newsletters/(?:sign-up|(?:confirm|leave|preferences)/[^/]+)/")

# What others hang on an address to follow readers about; a page is the same with and without.
IGNORED = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|dclid|yclid|twclid|igshid|mc_[ce]id|ref|_ga"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A public page: the host that readers ask, its path, and which page of a list (1 for all else)."""

    host: str
    path: str
    page: int = 1

    @property
    def query(self) -> str:
        return f"page={self.page}" if self.page > 1 else ""

    @property
    def quoted(self) -> str:
        """Path and query as they stand in a request."""
        return quote(self.path) + (f"?{self.query}" if self.query else "")

    @property
    def url(self) -> str:
        """The whole address, as readers reach it."""
        public = urlsplit(settings.PUBLIC_URL)
        place = public.netloc if self.host == public.hostname else self.host
        return f"{public.scheme}://{place}{self.quoted}"

    def __str__(self) -> str:
        return f"{self.host}{self.quoted}"


def address_of(host: str, path: str, raw_path: str, query: str) -> Address | None:
    """The address of a stored page that a request means; None where no stored page can answer it.

    `path` is decoded, `raw_path` as it was sent. A path that is spelled in another way than ours, such as
    `/harbour/%66erry/`, means no stored page, nor does a query that we do not know.
    """
    if len(raw_path) > _LONGEST_PATH or len(host) > _LONGEST_HOST or not _PATH.fullmatch(path):
        return None
    name = known_host(host)
    if name is None or is_never_stored(path) or not _is_canonical(path, raw_path):
        return None
    page = _page_of(query) if query else 1
    # A file for machines has no pages; its second would stand where that of the list beside it does.
    is_there = page == 1 or (page > 1 and path.endswith("/"))
    return Address(name, path, page) if is_there else None


def is_never_stored(path: str) -> bool:
    """Whether what stands at `path` may never be kept."""
    return path.split("/", 2)[1] in NEVER_STORED or PRIVATE.match(path) is not None


def public_address(path: str) -> Address | None:
    """The address of `path` at the host that readers know."""
    return address_of(settings.PUBLIC_URL.partition("://")[2], path, quote(path), "")


@lru_cache(maxsize=64)
def known_host(host: str) -> str | None:
    """The name without its port, if the paper answers to it; None for anybody else's name."""
    name = host.rpartition(":")[0] if re.search(r":\d{1,5}$", host) else host
    return name.lower() if name.lower() in _hosts() else None


@lru_cache(maxsize=1)
def _hosts() -> frozenset[str]:
    names = (str(name).lower() for name in settings.ALLOWED_HOSTS)
    return frozenset(name for name in names if re.fullmatch(r"[\w-]+(\.[\w-]+)*", name))


def _is_canonical(path: str, raw_path: str) -> bool:
    """Whether it is sent as we write it; composed letters only, which some file systems take for others."""
    if path.isascii():
        return raw_path == path
    return raw_path.upper() == quote(path).upper() and is_normalized("NFC", path)


def _page_of(query: str) -> int:
    """The page of a list that the query names, 1 if it names none; 0 for a query that we do not know."""
    if len(query) > _LONGEST_QUERY:
        return 0
    try:
        given = [
            pair
            for pair in parse_qsl(query, keep_blank_values=True, max_num_fields=40)
            if not IGNORED.fullmatch(pair[0])
        ]
    except ValueError:
        return 0
    if not given:
        return 1
    (name, value), *more = given
    return int(value) if name == "page" and not more and _PAGE.fullmatch(value) else 0
