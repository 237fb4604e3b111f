"""Asks an address whether it was its reader who signed up."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from broadsheet.newsletters.letters.writing import named, write_letter
from broadsheet.newsletters.models import Newsletter, SignUp
from broadsheet.newsletters.reader_links import confirm_link


def confirm_letter(sign_up: SignUp, newsletters: list[Newsletter]) -> EmailMultiAlternatives:
    """Asks the address whether it wants these."""
    names = [newsletter.name for newsletter in newsletters]
    return write_letter(
        "confirm",
        to=sign_up.subscriber.address,
        subject=f"Please confirm: {named(names)}"
        if len(names) < 3
        else f"Please confirm {len(names)} newsletters",
        context={"names": named(names), "newsletters": newsletters, "link": confirm_link(sign_up.pk)},
    )
