"""The demo paper's readers: two thousand people who do not exist, at hosts that cannot."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from broadsheet.newsletters.models import Consent, Newsletter, Subscriber, Subscription

State = Subscription.State
DAYS = 420  # since the first of them came
LEFT, PENDING = 0.06, 0.02  # of those who asked


def make_subscribers(people: dict[str, Any], shares: dict[Newsletter, float], *, now: datetime) -> None:
    """Subscribers who came over a year, the more the later; some have left, some never confirmed."""
    luck = random.Random(1887)  # noqa: S311  # the same readers every time
    readers = Subscriber.objects.bulk_create(
        Subscriber(address=address, key=address, created_at=_came(luck, now))
        for address in _addresses(people, luck)
    )
    subscriptions = [
        _subscription(reader, newsletter, luck, now=now)
        for reader in readers
        for newsletter, share in shares.items()
        if luck.random() < share
    ]
    Subscription.objects.bulk_create(subscriptions)
    Consent.objects.bulk_create(consent for one in subscriptions for consent in _consents(one))


def _addresses(people: dict[str, Any], luck: random.Random) -> list[str]:
    names = [f"{first}.{last}" for first in people["first"] for last in people["last"]]
    luck.shuffle(names)
    return [f"{name}@{luck.choice(people['hosts'])}" for name in names[: people["count"]]]


def _came(luck: random.Random, now: datetime) -> datetime:
    return now - timedelta(days=DAYS * (1 - luck.random() ** 0.6), hours=luck.uniform(1, 20))


def _subscription(
    reader: Subscriber, newsletter: Newsletter, luck: random.Random, *, now: datetime
) -> Subscription:
    asked = max(reader.created_at, now - timedelta(days=luck.uniform(0, DAYS)))
    drawn = luck.random()
    one = Subscription(subscriber=reader, newsletter=newsletter, state=State.ACTIVE)
    one.confirmed_at = min(now, asked + timedelta(minutes=luck.uniform(1, 300)))
    if drawn < PENDING:
        one.state, one.confirmed_at = State.PENDING, None
    elif drawn < PENDING + LEFT:
        one.state = State.LEFT
        one.left_at = one.confirmed_at + (now - one.confirmed_at) * luck.uniform(0.1, 0.9)
    return one


def _consents(subscription: Subscription) -> list[Consent]:
    """As the sign-up form would have left them."""
    wording = f"Subscribe to {subscription.newsletter.name}"
    page = subscription.newsletter.get_absolute_url()
    asked = subscription.confirmed_at or subscription.subscriber.created_at
    found = [
        Consent(
            subscription=subscription,
            kind="asked",
            at=asked - timedelta(minutes=1),
            page=page,
            wording=wording,
        )
    ]
    if subscription.confirmed_at:
        found.append(
            Consent(subscription=subscription, kind="confirmed", at=asked, page=page, wording=wording)
        )
    if subscription.left_at:
        found.append(Consent(subscription=subscription, kind="left", at=subscription.left_at))
    return found
