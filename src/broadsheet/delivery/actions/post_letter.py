"""Have a letter sent to one person."""

from __future__ import annotations

from django.core.mail import EmailMessage

from broadsheet.delivery.models import Dispatch


def post_letter(message: EmailMessage) -> list[Dispatch]:
    """Queue the message for each of its recipients, before every edition; it leaves after commit.

    Raises `ValueError` for a header that holds a line break.
    """
    raise NotImplementedError
