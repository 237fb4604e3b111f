"""What a conversion needs to know of the world around the post."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from broadsheet.imports.wordpress.records import Attachment


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture of ours: its id, and the words that it already carries."""

    id: int
    alt: str
    caption: str


class PictureDesk(Protocol):
    """Finds our copy of a foreign picture."""

    def find(self, address: str, attachment: int = 0) -> FoundPicture | None:
        """Our picture for an address or an attachment id; None where the file is missing or no picture."""

    def attachment(self, number: int) -> Attachment | None:
        """What the export says about an attachment."""

    def uploaded_to(self, post: int) -> Sequence[Attachment]:
        """The files uploaded to a post, in gallery order."""

    def is_attachment_page(self, link: str) -> bool:
        """Whether a link led to the page that WordPress makes for a picture alone."""


def same_link(href: str) -> dict[str, str]:
    """The attributes of a link that stays as it is."""
    return {"href": href}


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of one post: its id, pictures, reusable blocks, and how links are rewritten."""

    post: int
    pictures: PictureDesk
    site: str = ""
    reusable: Mapping[int, str] = field(default_factory=dict)
    rewrite: Callable[[str], dict[str, str]] = same_link
