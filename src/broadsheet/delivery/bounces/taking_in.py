"""From a mail that came back to the row of the ledger that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from broadsheet.delivery.actions.bounces import note_bounce, note_complaint
from broadsheet.delivery.bounces.matching import addresses_of_ours, delivery_in
from broadsheet.delivery.bounces.reading import MOST, read_report
from broadsheet.delivery.bounces.report import Kind, Report
from broadsheet.delivery.models import Delivery


class Verdict(Enum):
    """What became of a mail; the value is what a person is told."""

    HARD = "Hard bounces"
    SOFT = "Soft bounces"
    COMPLAINT = "Complaints"
    KNOWN = "Counted before"
    UNPROVEN = "Not proven to be about our mail"
    FOREIGN = "Not about our mail"
    AUTOMATIC = "Automatic replies"
    UNKNOWN = "Not understood"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one mail."""

    verdict: Verdict
    words: str = ""
    addresses: tuple[str, ...] = ()  # of readers of ours that it names without a proof


_VERDICTS = {Kind.HARD: Verdict.HARD, Kind.SOFT: Verdict.SOFT, Kind.COMPLAINT: Verdict.COMPLAINT}


def take_in(data: bytes, *, dry_run: bool = False) -> Taken:
    """Understand one mail, and count it once. Only what proves that it is about our mail is counted."""
    report = read_report(data)
    if report.kind not in _VERDICTS:
        return Taken(Verdict.AUTOMATIC if report.kind is Kind.AUTOMATIC else Verdict.UNKNOWN)
    delivery = delivery_in(data[:MOST])
    if delivery is None:
        named = tuple(addresses_of_ours(report.addresses))
        return Taken(Verdict.UNPROVEN if named else Verdict.FOREIGN, report.words, named)
    is_news = _would_be_news(report, delivery) if dry_run else _note(report, delivery)
    return Taken(_VERDICTS[report.kind] if is_news else Verdict.KNOWN, report.words)


def _note(report: Report, delivery: Delivery) -> bool:
    if report.kind is Kind.COMPLAINT:
        return note_complaint(delivery, words=report.words)
    return note_bounce(delivery, hard=report.kind is Kind.HARD, words=report.words)


def _would_be_news(report: Report, delivery: Delivery) -> bool:
    if report.kind is Kind.COMPLAINT:
        return delivery.complained_at is None
    return not delivery.bounce or (report.kind is Kind.HARD and delivery.bounce == Delivery.Bounce.SOFT)
