"""What the headers of an edition say: whose it is, and how programs leave the list for their readers."""

from __future__ import annotations

import unicodedata
from email.header import Header
from email.utils import parseaddr, quote
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import BadHeaderError

from broadsheet.newsletters.rendering.frame import Frame

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition, Newsletter

_BREAKING = ("Cc", "Zl", "Zp")  # Unicode's controls, and its breaks of line and paragraph


def breaks_line(text: str) -> bool:
    """Whether the text would begin another header, or is none that a header can hold."""
    return any(unicodedata.category(letter) in _BREAKING for letter in text)


def one_line(text: str, what: str) -> str:
    """The text for a header; raises `BadHeaderError` where it is more than a line. `what` it is, for the words."""
    if breaks_line(text):
        raise BadHeaderError(
            f"{what} holds a line break or another sign that no mail can carry: write it anew."
        )
    return text.strip()


def sender_of(newsletter: Newsletter, paper: str) -> str:
    """From whom the newsletter comes, as a header (RFC 5322, 3.4)."""
    name = newsletter.from_name or (
        newsletter.name if newsletter.name == paper else f"{newsletter.name}, {paper}"
    )
    address = newsletter.from_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    shown, address = one_line(name, "The sender’s name"), one_line(address, "The sender’s address")
    return f'"{quote(shown)}" <{address}>'


def list_headers(edition: Edition, frame: Frame) -> dict[str, str]:
    """The headers of a mailing list to which readers do not write.

    RFC 2919 (List-Id), 2369 (the others), 8058 (one click). `Precedence` keeps answering machines silent; by
    `Feedback-ID` Gmail tells a sender how its lists fare, and no reader.
    """
    newsletter = edition.newsletter
    headers = {
        "List-Id": _list_id(newsletter),
        "List-Unsubscribe": f"<{frame.leave_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Subscribe": f"<{frame.newsletter_url}>",
        "List-Archive": f"<{frame.newsletter_url}>",
        "List-Help": f"<{frame.newsletter_url}>",
        "List-Post": "NO",
        "Precedence": "bulk",
        "Feedback-ID": f"{edition.pk or 0}:{newsletter.pk}:newsletter:broadsheet",
    }
    owner = {"List-Owner": f"<mailto:{frame.contact}>"} if frame.contact.isascii() and frame.contact else {}
    return headers | owner


def _list_id(newsletter: Newsletter) -> str:
    """Known by its number: readers' filters outlive a new name."""
    host = (urlsplit(settings.PUBLIC_URL).hostname or "localhost").encode("idna").decode()
    name = one_line(newsletter.name, "The newsletter’s name")
    return f"{_phrase(name)} <newsletter-{newsletter.pk}.{host}>"


def _phrase(name: str) -> str:
    """A name before angle brackets; in another script as encoded words (RFC 2047, 5)."""
    if name.isascii():
        return f'"{quote(name)}"'
    return " ".join(Header(name, "utf-8").encode().split())
