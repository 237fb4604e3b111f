"""Mail that is on its way."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from broadsheet.delivery.actions.start_dispatch import start_dispatch
from broadsheet.delivery.letters.slots import ADDRESS, TOKEN
from broadsheet.delivery.models import Delivery, Dispatch


def make_message(subject: str = "The morning tide", *, html: str = "") -> EmailMultiAlternatives:
    """An edition as a message, with the reader's link in both its parts."""
    link = f"https://paper.example/newsletters/leave/{TOKEN}/"
    message = EmailMultiAlternatives(
        subject,
        f"Good morning.\n\nLeave: {link}\n",
        "The Harbour Ledger <morning@paper.example>",
        [ADDRESS],
        headers={"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
    message.attach_alternative(html or f'<p>Good morning. <a href="{link}">Leave</a></p>', "text/html")
    return message


def make_dispatch(recipients: int = 3, *, message: EmailMultiAlternatives | None = None) -> Dispatch:
    """An edition whose audience is written down: reader1@…, reader2@…, at five hosts."""
    dispatch = start_dispatch(message or make_message(), name="The morning tide")
    Delivery.objects.bulk_create(
        (
            Delivery(
                dispatch=dispatch,
                address=f"reader{n}@host{n % 5}.example",
                domain=f"host{n % 5}.example",
                reference=n,
            )
            for n in range(1, recipients + 1)
        ),
        batch_size=5000,
    )
    dispatch.state, dispatch.frozen_at = Dispatch.State.SENDING, timezone.now()
    dispatch.audience = recipients
    dispatch.save(update_fields=["state", "frozen_at", "audience"])
    return dispatch
