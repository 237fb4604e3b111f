"""Which of our messages came back, shown by what nobody else could know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.delivery.bounces.verp import read_verp
from broadsheet.delivery.letters.message_ids import number_of
from broadsheet.delivery.models import Delivery

_MOST = 20  # of each kind, of which one should be ours
# The headers of the mail and of what it gives back, wherever that stands.
_MESSAGE_ID = re.compile(rb"<([^<>\s\x00]{3,240})>")
_LINES = re.compile(
    rb"^(?:message-id|in-reply-to|references):[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,3}", re.I | re.M
)
_SIGNED = re.compile(rb"[0-9]{1,19}-[a-z2-7]{16}", re.I)


def delivery_in(data: bytes) -> Delivery | None:
    """The delivery of which the mail holds the signed sender or the Message-ID; None where it proves nothing."""
    for number in _numbers(data):
        if found := Delivery.objects.filter(pk=number).first():
            return found
    names = [f"<{name}>" for name in _message_ids(data)]
    return Delivery.objects.filter(message_id__in=names).first() if names else None


def addresses_of_ours(addresses: tuple[str, ...]) -> list[str]:
    """Those among the addresses to which we have sent."""
    asked = {form for one in addresses[:_MOST] if one and "\x00" not in one for form in (one, one.lower())}
    return list(
        Delivery.objects.filter(address__in=asked).values_list("address", flat=True).distinct()[:_MOST]
    )


def _numbers(data: bytes) -> Iterator[int]:
    for found in _first(_SIGNED, data):
        if (number := read_verp(found.decode("ascii"))) is not None:
            yield number
    for name in _message_ids(data):
        if (number := number_of(f"<{name}>")) is not None:
            yield number


def _message_ids(data: bytes) -> list[str]:
    text = b"\n".join(_first(_LINES, data.replace(b"\r\n", b"\n")))
    return [name.decode("ascii", "replace") for name in _first(_MESSAGE_ID, text)]


def _first(pattern: re.Pattern[bytes], data: bytes) -> list[bytes]:
    found: dict[bytes, None] = {}
    for match in pattern.finditer(data):
        found[match.group(match.lastindex or 0)] = None
        if len(found) == _MOST:
            break
    return list(found)
