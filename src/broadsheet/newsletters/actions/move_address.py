"""Letters go to another address of the same reader."""

from __future__ import annotations

from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.delivery.actions.lift_suppression import lift_suppression
from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.letters.moved import moved_letter
from broadsheet.newsletters.models import Consent, Erased, SignUp, Subscriber, Subscription
from broadsheet.newsletters.models.erased import mark_of
from broadsheet.newsletters.models.subscriber import key_of

State = Subscription.State

# Of two wishes of one reader about one newsletter, which stands.
_STRENGTH = [State.PENDING, State.BOUNCED, State.LEFT, State.COMPLAINED, State.ACTIVE]


def move_address(subscriber: Subscriber, *, to: str) -> None:
    """Write to `to` from now on, and tell the old address. Within a transaction.

    Where `to` is a subscriber too, the two become one: whoever confirmed it reads the mail of both.
    """
    before = subscriber.address
    other = Subscriber.objects.filter(key=key_of(to)).exclude(pk=subscriber.pk).first()
    if other is not None:
        _take_over(subscriber, other)
    subscriber.address = to
    subscriber.save()
    lift_suppression(to)
    Erased.objects.filter(pk=mark_of(to)).delete()
    post_letter(moved_letter(subscriber, before=before))


def _take_over(subscriber: Subscriber, other: Subscriber) -> None:
    mine = {one.newsletter_id: one for one in subscriber.subscriptions.all()}
    for theirs in other.subscriptions.all():
        own = mine.get(theirs.newsletter_id)
        if own is None:
            Subscription.objects.filter(pk=theirs.pk).update(subscriber=subscriber)
            continue
        stays, goes = sorted((own, theirs), key=lambda one: _STRENGTH.index(State(one.state)), reverse=True)
        Consent.objects.filter(subscription=goes).update(subscription=stays)
        cancel_for(reference=goes.pk)
        goes.delete()
        Subscription.objects.filter(pk=stays.pk).update(subscriber=subscriber)
    SignUp.objects.filter(subscriber=other).update(subscriber=subscriber)
    other.delete()
