"""Bounces in words for people, as qmail and others write them; `flufl.bounce` knows how."""

from __future__ import annotations

import re
from email import message_from_bytes

from flufl.bounce import all_failures

from broadsheet.delivery.bounces.report import Kind, Report
from broadsheet.delivery.bounces.status import blames_address, status_in
from broadsheet.delivery.bounces.words import in_one_line

# Its patterns look at each line from every letter: what is said stands near the top, in lines of a width for people.
_MOST = 32_000
_LONGEST_LINE = 300
_LONG = re.compile(rb"([^\n]{%d})[^\n]+" % _LONGEST_LINE)


def read_plain_words(data: bytes) -> Report | None:
    """What a bounce without a form says; None where it does not look like one."""
    head = _LONG.sub(rb"\1", data[:_MOST])
    temporary, permanent = all_failures(message_from_bytes(head))
    addresses = tuple(one.decode("ascii", "replace") for one in sorted(permanent or temporary) if one)
    if not addresses:
        return None
    reason = _reason(head)
    status = status_in(reason) or "5.0.0"
    kind = Kind.HARD if permanent and blames_address(status) else Kind.SOFT
    return Report(kind, in_one_line(reason), addresses)


def _reason(head: bytes) -> str:
    """The first line of the words that holds a status, or at least a reply code."""
    _, _, body = head.partition(b"\r\n\r\n" if b"\r\n\r\n" in head else b"\n\n")
    lines = [line for line in body.decode("ascii", "replace").splitlines() if status_in(line)]
    return next((line for line in lines if len(status_in(line)) > 1), lines[0] if lines else "")
