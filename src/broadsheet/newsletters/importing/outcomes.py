"""What becomes of each row."""

from __future__ import annotations

from datetime import datetime

from django.db.models import TextChoices

from broadsheet.newsletters.importing.people import Person
from broadsheet.newsletters.importing.states import ACTIVE, BOUNCED, COMPLAINED, LEFT
from broadsheet.newsletters.models import Subscription

PENDING = Subscription.State.PENDING.value


class Outcome(TextChoices):
    """In the order in which they are told."""

    JOINED = "joined", "Subscribed now"
    ALREADY = "already", "Were subscribed already"
    LEFT = "left", "Kept as unsubscribed"
    BOUNCED = "bounced", "Kept as addresses that mail comes back from"
    COMPLAINED = "complained", "Kept as people who called it spam"
    GONE = "gone", "Are no longer subscribed here, and were not brought back"
    TAKEN_OFF = "taken_off", "Taken off: they left there after they had subscribed here"
    STAYED = "stayed", "Stay subscribed: they subscribed here, and the file does not say that they left later"
    ERASED = "erased", "Left out: they had everything about them erased"
    DUPLICATE = "duplicate", "Rows of people who stand in the file more than once"
    REFUSED = "refused", "Rows that could not be read"


_KEPT = {
    ACTIVE: Outcome.JOINED,
    LEFT: Outcome.LEFT,
    BOUNCED: Outcome.BOUNCED,
    COMPLAINED: Outcome.COMPLAINED,
}


def outcome_of(state: str, person: Person, here: Subscription | None) -> Outcome:
    """What becomes of somebody whose state would be `state`, beside how they stand here."""
    if here is None or here.state == PENDING:
        return _KEPT[state]
    if here.state != ACTIVE:
        return Outcome.GONE
    if state == ACTIVE:
        return Outcome.ALREADY
    return Outcome.TAKEN_OFF if _later(person.left, here.confirmed_at) else Outcome.STAYED


def _later(left: datetime | None, joined: datetime | None) -> bool:
    return left is not None and joined is not None and left > joined
