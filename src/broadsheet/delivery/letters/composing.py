"""A message becomes a letter: its bytes, once for all readers."""

from __future__ import annotations

from email.message import Message
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMessage

from broadsheet.delivery.letters.quoting import quoted
from broadsheet.delivery.letters.slots import ADDRESS, MESSAGE_ID, TOKEN, Slot, mark

_HEADERS = {
    TOKEN.encode(): mark(Slot.TOKEN),
    ADDRESS.encode(): mark(Slot.TO),
    MESSAGE_ID.encode(): mark(Slot.MESSAGE_ID),
}


def compose(message: EmailMessage) -> bytes:
    """The message's bytes with slots, CRLF at the line ends; every text part is quoted-printable.

    Raises `ValueError` (Django's `BadHeaderError`) for a header that holds a line break.
    """
    message.extra_headers = {**message.extra_headers, "Message-ID": MESSAGE_ID}
    built: Any = message.message()
    for part in built.walk():
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            _quote(part)
    head, _, body = built.as_bytes(linesep="\r\n").partition(b"\r\n\r\n")
    for place, slot in _HEADERS.items():
        head = head.replace(place, slot)
    return bytes(head + b"\r\n\r\n" + body)


def sender_of(message: EmailMessage) -> str:
    """The address that a message comes from, without a name."""
    return parseaddr(message.from_email)[1]


def _quote(part: Message) -> None:
    """Have the part's text in quoted-printable: every server takes it, and lines are never too long."""
    text: Any = part.get_payload(decode=True)
    words = text.decode(part.get_content_charset() or "utf-8", "replace")
    data = quoted(words, is_html=part.get_content_subtype() == "html")
    del part["Content-Transfer-Encoding"]
    part["Content-Transfer-Encoding"] = "quoted-printable"
    # Past Django's own `set_payload`, which would choose an encoding again.
    Message.set_payload(part, data.decode("ascii").replace("\r\n", "\n"))
    part.set_param("charset", "utf-8")
