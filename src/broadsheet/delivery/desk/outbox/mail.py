"""A message that is kept, taken apart so that it can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from broadsheet.delivery.desk.outbox.box import MOST
from broadsheet.delivery.desk.outbox.headers import Headers, headers_of, read_headers

LONGEST = 200_000  # characters of a text


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes with a message."""

    name: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message holds."""

    headers: Headers
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    is_cut: bool = False  # it is larger than what is shown
    is_broken: bool = False  # it is no message; `text` is the file as it is


def read_mail(data: bytes) -> Mail:
    """The message in `data`, or what can be made of it."""
    is_cut = len(data) > MOST
    try:
        message = message_from_bytes(data[:MOST])
        parts = [part for part in message.walk() if not part.is_multipart()]
        text, html = _first(parts, "text/plain"), _first(parts, "text/html")
        attachments = tuple(_attachments(parts))
        return Mail(headers_of(message), text[:LONGEST], html, attachments, is_cut)
    # Whatever the parser stumbles over (a thousand levels of parts, for one), a person can still look at the file.
    except Exception:
        return Mail(
            read_headers(b""), data[:LONGEST].decode("utf-8", "replace"), is_cut=is_cut, is_broken=True
        )


def _first(parts: list[Message], kind: str) -> str:
    found = (part for part in parts if part.get_content_type() == kind and not _is_attachment(part))
    return next((_text(part) for part in found), "")


def _text(part: Message) -> str:
    data = _bytes(part)
    try:
        return data.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _attachments(parts: list[Message]) -> Iterator[Attachment]:
    for part in parts:
        if _is_attachment(part) or part.get_content_maintype() != "text":
            yield Attachment(part.get_filename() or part.get_content_type(), len(_bytes(part)))
