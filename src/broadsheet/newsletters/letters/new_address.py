"""Asks a new address whether it is the reader’s."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import write_letter
from broadsheet.newsletters.models import SignUp
from broadsheet.newsletters.reader_links import confirm_link


def new_address_letter(asked: SignUp) -> EmailMultiAlternatives:
    """Asks the new address; the old one is not named, since this one may be a stranger's."""
    return write_letter(
        "new_address",
        to=asked.new_address,
        subject="Please confirm your new address",
        context={"link": confirm_link(asked.pk)},
    )
