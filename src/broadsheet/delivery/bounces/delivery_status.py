"""Delivery status notifications (RFC 3464, and RFC 6533 for addresses beyond ASCII)."""

from __future__ import annotations

from email.message import Message

from broadsheet.delivery.bounces.parts import blocks, field, parts_of_type
from broadsheet.delivery.bounces.report import Kind, Report
from broadsheet.delivery.bounces.status import blames_address, status_in
from broadsheet.delivery.bounces.words import in_one_line

_TYPES = ("message/delivery-status", "message/global-delivery-status")
_WORST_FIRST = (Kind.HARD, Kind.SOFT, Kind.AUTOMATIC)
_MOST = 20  # recipients of one message of ours; there is one


def read_delivery_status(message: Message) -> Report | None:
    """What the notification says of its recipients, the worst of them; None where there is none."""
    found = [_read(block) for part in parts_of_type(message, *_TYPES) for block in blocks(part)[: _MOST + 1]]
    reports = [report for report in found if report is not None]
    return min(reports, key=lambda one: _WORST_FIRST.index(one.kind), default=None)


def _read(block: Message) -> Report | None:
    action = field(block, "Action").strip().lower()
    if action.startswith(("deliver", "relay", "expand")):
        return Report(Kind.AUTOMATIC)
    if not action.startswith(("fail", "error", "delayed")):
        return None
    words = field(block, "Diagnostic-Code") or field(block, "Status")
    is_over = not action.startswith("delayed")
    kind = Kind.HARD if is_over and blames_address(_status(block)) else Kind.SOFT
    named = (field(block, name) for name in ("Original-Recipient", "Final-Recipient"))
    addresses = tuple(address for value in named if (address := _address(value)))
    return Report(kind, in_one_line(words.partition(";")[2] or words), addresses)


def _status(block: Message) -> str:
    """The status; where it says no more than that all is lost, what the server said itself."""
    status = status_in(field(block, "Status"))
    said = status_in(field(block, "Diagnostic-Code"))
    is_vague = status in ("", "5", "5.0.0")
    return (said if is_vague and said else status) or "5.0.0"


def _address(value: str) -> str:
    """The address in `rfc822; somebody@else.example`."""
    return in_one_line(value.rpartition(";")[2]).strip("<> ")
