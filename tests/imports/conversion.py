"""Takes a post's content apart without a database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from broadsheet.imports.wordpress.html import Converted, FoundPicture, Setting, convert
from broadsheet.imports.wordpress.records import Attachment

SITE = "https://oldquay.example"
UPLOADS = f"{SITE}/wp-content/uploads"


@dataclass
class PaperDesk:
    """A picture desk that has every picture whose address does not say "lost"."""

    attachments: list[Attachment] = field(default_factory=list)

    def find(self, address: str, attachment: int = 0) -> FoundPicture | None:
        return None if "lost" in address or not address else FoundPicture(7, "Its own alt", "Its own caption")

    def attachment(self, number: int) -> Attachment | None:
        return next((one for one in self.attachments if one.id == number), None)

    def uploaded_to(self, post: int) -> list[Attachment]:
        return [one for one in self.attachments if one.parent == post]

    def is_attachment_page(self, link: str) -> bool:
        return "attachment_id" in link


def attachment(number: int, name: str, **fields: Any) -> Attachment:
    """A file that was uploaded to post 1."""
    words = {"title": name, "alt": "", "caption": "", "order": 0, "file": name} | fields
    return Attachment(id=number, parent=1, url=f"{UPLOADS}/{name}", **words)


def converted(content: str, *attachments: Attachment, reusable: dict[int, str] | None = None) -> Converted:
    """The blocks and the notes."""
    return convert(content, Setting(1, PaperDesk(list(attachments)), SITE, reusable or {}))


def blocks(content: str, *attachments: Attachment) -> list[tuple[str, Any]]:
    """The blocks alone, each as its name and its value."""
    return [(block["type"], block["value"]) for block in converted(content, *attachments).blocks]


def words(value: Any) -> set[str]:
    """Every word in a value, markup left out."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return {word for part in value for word in words(part)}
    return set(re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", str(value)))))
