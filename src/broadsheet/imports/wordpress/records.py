"""What one WordPress export says, as plain values, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".svg")


@dataclass(frozen=True, slots=True)
class Heading:
    """A plain line of the channel, such as its title or its address."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Author:
    """A WordPress account. Its e-mail address is private, so it is not even read."""

    login: str
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag; `parent` is the slug of the category above, or empty."""

    kind: str
    slug: str
    name: str
    id: int = 0
    parent: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the media library; `parent` is the post it was uploaded to, or 0."""

    id: int
    parent: int
    url: str
    file: str
    title: str
    alt: str
    caption: str
    order: int
    link: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether its name is a picture's."""
        return self.url.split("?")[0].lower().endswith(PICTURE_ENDINGS)


@dataclass(frozen=True, slots=True)
class Filing:
    """Where WordPress filed a post: a category, a tag or (by a plugin) a further author."""

    kind: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post, a page, or anything else that WordPress keeps as a post."""

    id: int
    type: str
    status: str
    title: str
    link: str
    slug: str
    creator: str
    content: str
    excerpt: str
    published_at: datetime | None
    modified_at: datetime | None
    parent: int
    order: int
    is_sticky: bool
    has_password: bool
    comments: int
    filings: tuple[Filing, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)

    def slugs(self, kind: str) -> tuple[str, ...]:
        """The slugs of its filings of one kind, in the export's order."""
        return tuple(filing.slug for filing in self.filings if filing.kind == kind)

    @property
    def thumbnail(self) -> int:
        """The attachment id of the featured picture, or 0."""
        return to_int(self.meta.get("_thumbnail_id", ""))


Record = Heading | Author | Term | Attachment | Post


def to_int(text: str) -> int:
    """The number that the text holds, or 0; ids beyond a database integer count as none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
