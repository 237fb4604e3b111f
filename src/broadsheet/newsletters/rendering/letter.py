"""An edition as the message that goes to its readers, with slots for what differs between them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.mail import EmailMultiAlternatives

from broadsheet.delivery.letters.slots import ADDRESS
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.newsletters.rendering.frame import frame_of
from broadsheet.newsletters.rendering.headers import list_headers, one_line, sender_of
from broadsheet.newsletters.rendering.html import html_of
from broadsheet.newsletters.rendering.parts import parts_of
from broadsheet.newsletters.rendering.text import text_of

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition


def letter_of(edition: Edition, *, now: datetime | None = None) -> EmailMultiAlternatives:
    """The edition in text and HTML; its moving blocks as they were filled, else as the paper is `now`.

    Raises `BadHeaderError` (a `ValueError`), in words, for a name or subject that would break a header.
    """
    frame = frame_of(edition, now=now)
    parts = parts_of(edition, fill(edition, now) if edition.filled is None else edition.filled)
    newsletter = edition.newsletter
    letter = EmailMultiAlternatives(
        one_line(edition.subject, "The subject"),
        text_of(frame, parts),
        sender_of(newsletter, frame.paper),
        [ADDRESS],
        reply_to=[one_line(newsletter.reply_to, "The address for answers")] if newsletter.reply_to else None,
        headers=list_headers(edition, frame),
    )
    letter.attach_alternative(html_of(frame, parts), "text/html")
    return letter
