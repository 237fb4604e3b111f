"""A reader confirms what was asked for with their address."""

from __future__ import annotations

from datetime import datetime

from broadsheet.newsletters.actions.join import join
from broadsheet.newsletters.actions.move_address import move_address
from broadsheet.newsletters.models import Consent, SignUp
from broadsheet.newsletters.wording import words_for


def confirm(sign_up: int, *, at: datetime, network: str = "") -> bool:
    """Do what was asked for, once; whether it was done now. Within a transaction.

    Not where it was confirmed before: who has left since is not brought back by an old link.
    """
    if not SignUp.objects.filter(pk=sign_up, used_at=None).update(used_at=at):
        return False
    asked = SignUp.objects.select_related("subscriber").get(pk=sign_up)
    if asked.new_address:
        move_address(asked.subscriber, to=asked.new_address)
    for newsletter in asked.newsletters.all():
        join(
            asked.subscriber,
            newsletter=newsletter,
            kind=Consent.Kind.CONFIRMED,
            at=at,
            page=asked.page,
            wording=words_for(newsletter, asked.wording),
            network=network,
        )
    return True
