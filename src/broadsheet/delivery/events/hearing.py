"""A provider's report is noted for the delivery that it is about. Needs Anymail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from django.dispatch import receiver

from broadsheet.delivery.actions.bounces import note_bounce, note_complaint
from broadsheet.delivery.bounces.status import blames_address, status_in
from broadsheet.delivery.bounces.verp import read_verp
from broadsheet.delivery.letters.message_ids import number_of
from broadsheet.delivery.models import Delivery
from broadsheet.delivery.transports.provider.message import METADATA

_CAME_BACK = (EventType.BOUNCED, EventType.REJECTED, EventType.FAILED)
_LONGEST = 250

# What each provider says of an address that is no more; Anymail gives other failures the same name.
_IS_HARD: Mapping[str, Callable[[AnymailTrackingEvent], bool]] = {
    "Amazon SES": lambda event: _within(event, "bounce", "bounceType") == "Permanent",
    "Brevo": lambda event: _within(event, "event") in ("hard_bounce", "invalid_email"),
    "Mailgun": lambda event: event.reject_reason == RejectReason.BOUNCED,
    "Postmark": lambda event: _within(event, "Type") in ("HardBounce", "BadEmailAddress"),
    "Resend": lambda event: _within(event, "data", "bounce", "type") == "Permanent",
}


@receiver(tracking, dispatch_uid="broadsheet.delivery.events")
def hear(sender: object, event: AnymailTrackingEvent, esp_name: str, **more: object) -> None:
    """Note what came back. A report that is repeated, or about mail that is not ours, changes nothing."""
    is_complaint = event.event_type == EventType.COMPLAINED
    if not is_complaint and event.event_type not in _CAME_BACK:
        return
    delivery = _delivery_of(event)
    if delivery is None:
        return
    words = str(event.mta_response or event.description or event.reject_reason or "")
    if is_complaint and _within(event, "Type") != "SpamNotification":
        note_complaint(delivery, words=words)
    else:  # a filter that takes it for spam speaks for no reader
        note_bounce(delivery, hard=_is_hard(event, esp_name, words), words=words)


def _is_hard(event: AnymailTrackingEvent, esp_name: str, words: str) -> bool:
    status = status_in(words)
    return _IS_HARD[esp_name](event) and (not status or blames_address(status))


def _delivery_of(event: AnymailTrackingEvent) -> Delivery | None:
    name = str(event.message_id or "")
    if name and len(name) <= _LONGEST and "\x00" not in name:
        found = Delivery.objects.filter(message_id=name).first()
        if found is not None:
            return found
    # Its name may not be written down yet, or never: the connection ended before the provider told it.
    metadata = event.metadata if isinstance(event.metadata, dict) else {}
    number = number_of(name) or read_verp(str(metadata.get(METADATA, "")))
    return Delivery.objects.filter(pk=number).first() if number else None


def _within(event: AnymailTrackingEvent, *names: str) -> Any:
    """What stands in the report as the provider wrote it."""
    found: Any = event.esp_event
    for name in names:
        found = found.get(name) if hasattr(found, "get") else None
    return found
