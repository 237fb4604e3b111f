"""An edition that went out before the demo was made, with its ledger."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User

from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.models import Consent, Edition, Subscription
from broadsheet.newsletters.rendering.filling import fill

PACE = 240  # messages a second
NO_SUCH = "5.1.1 No such mailbox here"


def pretend_sent(edition: Edition, numbers: dict[str, Any], *, by: User, at: datetime) -> None:
    """Send it to those who had its newsletter at `at`: nothing leaves, the ledger and the archive have it."""
    readers = Subscription.objects.active().filter(newsletter=edition.newsletter, confirmed_at__lt=at)
    audience = list(readers.select_related("subscriber").order_by("pk"))
    dispatch = Dispatch.objects.create(
        kind=Dispatch.Kind.EDITION,
        state=Dispatch.State.DONE,
        name=edition.subject,
        sender=edition.newsletter.from_address,
        message=b"",
        created_at=at,
        frozen_at=at,
        ended_at=at + timedelta(seconds=len(audience) / PACE),
        audience=len(audience),
        accepted=len(audience) - numbers["failed"],
        failed=numbers["failed"],
        bounced=numbers["bounced"],
    )
    Delivery.objects.bulk_create(_rows(dispatch, audience, numbers, at=at))
    Edition.objects.filter(pk=edition.pk).update(
        state=Edition.State.SENT,
        created_at=at - timedelta(hours=1),
        sent_at=at,
        sent_by=by,
        dispatch=dispatch,
        filled=fill(edition, at),
    )
    _leave(edition, audience[: numbers["left"]], at=at)


def _rows(
    dispatch: Dispatch, audience: list[Subscription], numbers: dict[str, Any], *, at: datetime
) -> list[Delivery]:
    rows = [_row(dispatch, one, at=at + timedelta(seconds=n / PACE)) for n, one in enumerate(audience)]
    for row in rows[100 : 100 + numbers["failed"]]:
        row.state, row.code, row.answer = Delivery.State.FAILED, 550, NO_SUCH
    for n, row in enumerate(rows[200 : 200 + numbers["bounced"]], start=1):
        row.bounce, row.bounced_at = Delivery.Bounce.HARD, at + timedelta(minutes=11 * n)
    return rows


def _row(dispatch: Dispatch, reader: Subscription, *, at: datetime) -> Delivery:
    address = reader.subscriber.address
    return Delivery(
        dispatch=dispatch,
        address=address,
        domain=address.rpartition("@")[2],
        reference=reader.pk,
        state=Delivery.State.ACCEPTED,
        tries=1,
        first_tried_at=at,
        ended_at=at,
        code=250,
        answer="2.0.0 Ok",
    )


def _leave(edition: Edition, readers: list[Subscription], *, at: datetime) -> None:
    luck = random.Random(edition.pk)  # noqa: S311  # guards nothing
    for reader in readers:
        when = at + timedelta(minutes=luck.uniform(5, 400))
        Subscription.objects.filter(pk=reader.pk).update(
            state=Subscription.State.LEFT, left_at=when, left_by=edition
        )
        Consent.objects.create(subscription=reader, kind=Consent.Kind.LEFT, at=when)
