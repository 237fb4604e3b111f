"""Tells the editors of a newsletter what needs one of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.urls import reverse

from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rights import SEND
from broadsheet.syndication.addresses import public

logger = logging.getLogger(__name__)


def tell_editors(edition: Edition, *, subject: str, paragraphs: Iterable[str]) -> int:
    """Write to everybody who may send editions; returns how many that are."""
    desk = public(reverse("newsletters_sending:edition", args=[edition.pk]))
    text = "\n\n".join([*paragraphs, f"{edition.newsletter}: {edition.subject}\n{desk}"])
    addresses = sorted({user.email for user in _senders()})
    for address in addresses:
        post_letter(EmailMessage(subject, text, to=[address]))
    if not addresses:
        logger.warning("%s: nobody could be told", edition, extra={"event": "nobody_told"})
    return len(addresses)


def _senders() -> Iterable[User]:
    return User.objects.with_perm(SEND).filter(is_active=True).exclude(email="")
