"""What a message is called: the same in every try, so that a receiver can know it again."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare

from broadsheet.kit.addresses import on_the_wire
from broadsheet.kit.marks import mark

_OURS = re.compile(r"<([1-9][0-9]{0,18})\.([a-z2-7]{16})@")


def message_id(delivery: int, *, sender: str) -> str:
    """The Message-ID of a row in the ledger; nobody else can make one up."""
    return f"<{delivery}.{_mark(delivery)}@{_domain(sender)}>"


def number_of(name: str) -> int | None:
    """The row that a Message-ID names; None where we did not make it."""
    found = _OURS.match(name.lower())
    if found is None or not constant_time_compare(found[2], _mark(int(found[1]))):
        return None
    return int(found[1])


def _mark(delivery: int) -> str:
    return mark(delivery, purpose="message-id", secret=settings.SECRET_KEY)


def _domain(sender: str) -> str:
    domain = on_the_wire(sender).rpartition("@")[2]
    return domain if domain.isascii() and domain else "localhost"
