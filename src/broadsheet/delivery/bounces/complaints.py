"""Complaints that mail providers pass on (ARF, RFC 5965)."""

from __future__ import annotations

from email.message import Message

from broadsheet.delivery.bounces.parts import blocks, field, parts_of_type, report_type
from broadsheet.delivery.bounces.report import Kind, Report
from broadsheet.delivery.bounces.words import in_one_line

# Others are about viruses and forged senders, or say that it was no spam after all.
_FROM_READERS = ("abuse", "fraud", "opt-out", "opt-out-list", "miscategorized")


def read_complaint(message: Message) -> Report | None:
    """What a reader has complained of; None where this is no feedback report."""
    if report_type(message) != "feedback-report":
        return None
    for part in parts_of_type(message, "message/feedback-report"):
        for block in blocks(part):
            if kind := field(block, "Feedback-Type").strip().lower():
                address = in_one_line(field(block, "Original-Rcpt-To")).strip("<> ")
                is_one = kind in _FROM_READERS
                return Report(Kind.COMPLAINT if is_one else Kind.UNKNOWN, in_one_line(kind), (address,))
    return Report(Kind.UNKNOWN)
