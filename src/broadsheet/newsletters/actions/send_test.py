"""Send an edition to a few people by name, to look at it as readers will."""

from __future__ import annotations

import copy
import logging
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.addresses.checking import AddressError, read_address
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rendering import letter_of
from broadsheet.newsletters.rendering.preview import NOBODY

MOST = 5
MARK = "[Test]"

logger = logging.getLogger(__name__)


def send_test(edition: Edition, *, to: Sequence[str]) -> list[Dispatch]:
    """Send the edition as it is now to each address, its subject marked; its links take nobody off a list.

    Raises `ValidationError` for addresses that are none, or too many; then nothing is sent.
    """
    addresses = _read(to)
    try:
        letter = _marked(letter_of(edition))
    except ValueError as error:  # a name or subject that would break a header; it says so itself
        raise ValidationError(str(error)) from error
    with transaction.atomic():
        posted = [post_letter(_to(letter, address)) for address in addresses]
    logger.info("Test of %s", edition, extra={"event": "edition_tested", "edition": edition.pk})
    return posted


def _read(given: Sequence[str]) -> list[str]:
    typed = list(dict.fromkeys(one.strip() for one in given if one.strip()))
    if not typed:
        raise ValidationError("Write at least one address.")
    if len(typed) > MOST:
        raise ValidationError(f"These are {len(typed)} addresses: a test goes to {MOST} at most.")
    return [_address(one) for one in typed]


def _address(typed: str) -> str:
    try:
        return read_address(typed, insists=True)
    except AddressError as error:
        raise ValidationError(f"“{typed[:80]}” is no address: write it as name@domain.") from error


def _marked(letter: EmailMultiAlternatives) -> EmailMultiAlternatives:
    letter.subject = f"{MARK} {letter.subject}"
    letter.body = letter.body.replace(TOKEN, NOBODY)
    html = str(letter.alternatives[0][0]).replace(TOKEN, NOBODY)
    letter.alternatives = []
    letter.attach_alternative(html, "text/html")
    letter.extra_headers = {
        name: value.replace(TOKEN, NOBODY) for name, value in letter.extra_headers.items()
    }
    return letter


def _to(letter: EmailMultiAlternatives, address: str) -> EmailMultiAlternatives:
    own = copy.copy(letter)
    own.to = [address]
    return own
