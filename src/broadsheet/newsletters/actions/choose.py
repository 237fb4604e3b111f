"""A reader chooses their newsletters on their own page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from broadsheet.newsletters.actions.join import join
from broadsheet.newsletters.actions.leave import leave
from broadsheet.newsletters.models import Consent, Newsletter, Subscriber
from broadsheet.newsletters.wording import words_for


def choose(
    subscriber: int,
    *,
    joins: Iterable[int],
    leaves: Iterable[int],
    at: datetime,
    wording: str,
    page: str = "",
    network: str = "",
) -> bool:
    """Join and leave newsletters at once: the address was confirmed before. Within a transaction.

    False where nobody is there any more. A newsletter that takes no subscribers can be left and not joined.
    """
    reader = Subscriber.objects.filter(pk=subscriber).first()
    if reader is None:
        return False
    for newsletter in Newsletter.objects.open().filter(pk__in=list(joins)):
        join(
            reader,
            newsletter=newsletter,
            kind=Consent.Kind.CHOSE,
            at=at,
            page=page,
            wording=words_for(newsletter, wording),
            network=network,
        )
    for pk in reader.subscriptions.filter(newsletter__in=list(leaves)).values_list("pk", flat=True):
        leave(pk, at=at, network=network)
    return True
