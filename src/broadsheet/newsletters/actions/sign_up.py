"""Write down that somebody asked for newsletters, and ask the address whether it was them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.actions.mailing_limit import may_be_mailed
from broadsheet.newsletters.letters.confirm import confirm_letter
from broadsheet.newsletters.letters.subscribed_already import subscribed_already_letter
from broadsheet.newsletters.models import Consent, Newsletter, SignUp, Subscriber, Subscription
from broadsheet.newsletters.models.subscriber import key_of
from broadsheet.newsletters.wording import words_for


def sign_up(
    address: str,
    *,
    newsletters: Iterable[str],
    at: datetime,
    page: str = "",
    wording: str = "",
    network: str = "",
) -> SignUp | None:
    """Ask for the newsletters with these slugs; nothing is sent before the reader confirms. Within a transaction.

    None where no such newsletter takes subscribers, and where the address has had its letters for today: then nothing
    is written down. Who has left, or whose mail came back, stays so until they confirm.
    """
    wanted = list(Newsletter.objects.open().filter(slug__in=list(newsletters)))
    if not wanted or not may_be_mailed(address):
        return None
    subscriber, _ = Subscriber.objects.get_or_create(key=key_of(address), defaults={"address": address})
    has = set(subscriber.subscriptions.active().values_list("newsletter_id", flat=True))
    asked = [newsletter for newsletter in wanted if newsletter.pk not in has]
    origin = {"page": page, "network": network}
    made = SignUp.objects.create(
        subscriber=subscriber, wording=wording, asked_at=at, mailed_at=timezone.now(), **origin
    )
    made.newsletters.set(asked)
    for newsletter in asked:
        subscription, _ = Subscription.objects.get_or_create(subscriber=subscriber, newsletter=newsletter)
        words = words_for(newsletter, wording)
        subscription.consents.create(kind=Consent.Kind.ASKED, at=at, wording=words, **origin)
    already = [newsletter for newsletter in wanted if newsletter.pk in has]
    post_letter(confirm_letter(made, asked) if asked else subscribed_already_letter(subscriber, already))
    return made
