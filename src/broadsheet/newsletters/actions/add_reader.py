"""Put somebody on a list who has asked the newsroom for it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.models import Suppression
from broadsheet.newsletters.addresses.checking import AddressError, read_address
from broadsheet.newsletters.models import Consent, Newsletter, Subscriber, Subscription
from broadsheet.newsletters.models.erased import erased_among
from broadsheet.newsletters.models.subscriber import key_of

State = Subscription.State

_NEVER = {
    State.LEFT: "They have left “{newsletter}”. Only they themselves can come back: send them its sign-up page.",
    State.COMPLAINED: "They have called “{newsletter}” spam. Only they themselves can come back.",
    State.BOUNCED: "Mail to this address came back too often. Ask for another, or lift that on their page first.",
    State.ACTIVE: "They get “{newsletter}” already.",
}
ERASED = "They have had everything about them erased. Only they themselves can come back: send them the sign-up page."
NO_NOTE = "Say how and when they asked for it: nobody gets mail without having asked."
SUPPRESSED = "Nothing is sent to this address: {reason}. Ask for another, or lift that on their page first."


@transaction.atomic
def add_reader(typed: str, *, newsletter: Newsletter, note: str, by: User | None) -> Subscription:
    """Subscribe somebody at once, with a note of how and when they asked. Sends nothing.

    Raises `ValidationError`, by field, for an address that is none, for who has left, called it spam or was erased,
    and without a note.
    """
    words = " ".join(note.split())
    if not words:
        raise ValidationError({"note": NO_NOTE})
    try:
        address = read_address(typed, insists=True)
    except AddressError as error:
        raise ValidationError({"address": error.words}) from error
    if refusal := _refusal(address, newsletter):
        raise ValidationError({"address": refusal})
    now = timezone.now()
    reader, _ = Subscriber.objects.get_or_create(key=key_of(address), defaults={"address": address})
    subscription, _ = Subscription.objects.get_or_create(subscriber=reader, newsletter=newsletter)
    waiting = Subscription.objects.filter(pk=subscription.pk, state=State.PENDING)
    if not waiting.update(state=State.ACTIVE, confirmed_at=now):  # they acted themselves this very moment
        raise ValidationError({"address": _refusal(address, newsletter)})
    Consent.objects.create(
        subscription=subscription, kind=Consent.Kind.ADDED, at=now, note=words[:500], by=by
    )
    subscription.refresh_from_db()
    return subscription


def _refusal(address: str, newsletter: Newsletter) -> str:
    here = Subscription.objects.filter(newsletter=newsletter, subscriber__key=key_of(address)).first()
    if here is not None and here.state != State.PENDING:
        return _NEVER[State(here.state)].format(newsletter=newsletter)
    if erased_among([address]):
        return ERASED
    suppressed = Suppression.objects.suppressed().filter(pk=address.lower()).first()
    return SUPPRESSED.format(reason=suppressed.get_reason_display().lower()) if suppressed else ""
