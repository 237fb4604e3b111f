"""From the bytes of a mail to what it says, whatever state they are in."""

from __future__ import annotations

import logging
from email import message_from_bytes
from email.message import Message

from broadsheet.delivery.bounces.complaints import read_complaint
from broadsheet.delivery.bounces.delivery_status import read_delivery_status
from broadsheet.delivery.bounces.parts import field, report_type
from broadsheet.delivery.bounces.plain_words import read_plain_words
from broadsheet.delivery.bounces.report import Kind, Report

logger = logging.getLogger(__name__)

MOST = 1_000_000  # bytes that are read; a report stands before the message that came back


def read_report(data: bytes) -> Report:
    """What the mail says. Nothing that it can hold raises an error."""
    try:
        return _read(data[:MOST])
    except Exception as error:  # strangers write it: whatever it breaks, the next one must be read
        logger.debug("A mail could not be read: %r", error, extra={"event": "bounce_unreadable"})
        return Report(Kind.UNKNOWN)


def _read(data: bytes) -> Report:
    message = message_from_bytes(data)
    found = read_complaint(message) or read_delivery_status(message)
    if found is not None:
        return found
    if _is_automatic(message):
        return Report(Kind.AUTOMATIC)
    return read_plain_words(data) or Report(Kind.UNKNOWN)


def _is_automatic(message: Message) -> bool:
    """Whether a machine has answered for a person (RFC 3834). Exim marks its bounces so, and names who failed."""
    if report_type(message) == "disposition-notification":
        return True
    marks = field(message, "Auto-Submitted") + field(message, "Precedence") + field(message, "X-Autoreply")
    answers = ("auto-replied", "auto_reply", "yes")
    is_report = report_type(message) == "delivery-status" or bool(field(message, "X-Failed-Recipients"))
    return any(word in marks.lower() for word in answers) and not is_report
