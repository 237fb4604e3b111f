"""What links lead to, and the file of the mirror where it stands."""

from __future__ import annotations

import hashlib
import posixpath
import re
from typing import NamedTuple
from urllib.parse import quote

LONGEST_NAME = 200  # bytes; most file systems take 255
# A folder that begins so is none of a page's: slugs are words and hyphens.
OURS = "~"
_LIST_PAGE = re.compile(r"page-\d+")
# Windows opens these as devices, whatever their case, also from a USB stick.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Target(NamedTuple):
    """Something below the paper's own host: its decoded path, and which page of a list."""

    path: str
    page: int = 1

    def __str__(self) -> str:
        return f"{self.path}?page={self.page}" if self.page > 1 else self.path

    @property
    def first(self) -> str:
        """The first word of the path; empty for the front page."""
        return self.path.split("/", 2)[1]

    @property
    def is_page(self) -> bool:
        return self.path.endswith("/")

    @property
    def place(self) -> str:
        """The file in the mirror: `harbour/ferry/index.html`, and `harbour/page-2/index.html` of a list."""
        *folders, name = self.path.split("/")[1:]
        parts = [_safe(folder) for folder in folders]
        if self.page > 1:
            parts.append(f"page-{self.page}")
        return "/".join([*parts, _safe(name) if name else "index.html"])


FRONT = Target("/")
NOT_FOUND = Target("/404.html")
ROBOTS = Target("/robots.txt")
HEADLINES = Target("/search/")
SITEMAPS = (Target("/sitemap.xml"), Target("/news-sitemap.xml"))


def is_sitemap(target: Target) -> bool:
    """Whether it is for search engines alone, which need whole addresses."""
    return target.path.startswith("/sitemap") or target in SITEMAPS


def reference(place: str, *, at: str) -> str:
    """How the file `at` refers to the file at `place`, both from the mirror's folder."""
    return quote(posixpath.relpath(place, posixpath.dirname(at) or "."))


def _safe(name: str) -> str:
    """`name`, or another where a file system would refuse it or it would be taken for the page of a list."""
    if len(name.encode()) > LONGEST_NAME:
        return f"{OURS}{hashlib.sha256(name.encode()).hexdigest()[:40]}{posixpath.splitext(name)[1][:10]}"
    if _LIST_PAGE.fullmatch(name) or _DEVICE.fullmatch(name):
        return OURS + name
    return name
