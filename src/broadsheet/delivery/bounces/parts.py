"""A mail's parts, and the fields in them, whatever state they are in."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_string
from email.message import Message


def field(message: Message, name: str) -> str:
    """A header as text; nothing where there is none."""
    return str(message.get(name) or "")


def parts_of_type(message: Message, *types: str) -> Iterator[Message]:
    """Every part of one of these types, however deep."""
    return (part for part in message.walk() if part.get_content_type() in types)


def blocks(part: Message) -> list[Message]:
    """The groups of fields in a delivery status (RFC 3464, 2.1) or a feedback report (RFC 5965, 3)."""
    payload = part.get_payload()
    if isinstance(payload, str):
        return [message_from_string(group) for group in payload.replace("\r\n", "\n").split("\n\n")]
    found = [one for one in payload if isinstance(one, Message)]
    # The parser takes a type that it does not know for one message, whose body the later groups are.
    rest = found[0].get_payload() if len(found) == 1 else ""
    return (
        [*found, *map(message_from_string, rest.split("\n\n"))] if isinstance(rest, str) and rest else found
    )


def report_type(message: Message) -> str:
    """What a `multipart/report` (RFC 6522) reports, in small letters."""
    if message.get_content_type() != "multipart/report":
        return ""
    return str(message.get_param("report-type") or "").lower()
