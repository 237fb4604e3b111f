"""Begin a dispatch to an audience."""

from __future__ import annotations

from django.core.mail import EmailMessage

from broadsheet.delivery.letters.composing import compose, sender_of
from broadsheet.delivery.models import Dispatch


def start_dispatch(message: EmailMessage, *, name: str) -> Dispatch:
    """Compose the message once for all; it waits until `ledger.freezing.freeze` has written its audience down.

    Raises `ValueError` for a header that holds a line break.
    """
    return Dispatch.objects.create(
        kind=Dispatch.Kind.EDITION,
        state=Dispatch.State.FREEZING,
        name=name[:250],
        sender=sender_of(message),
        message=compose(message),
    )
