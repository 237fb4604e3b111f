"""What newsletters do when the engine tells them something."""

from __future__ import annotations

from typing import Any

from broadsheet.delivery.models import Dispatch
from broadsheet.delivery.signals import address_suppressed, dispatch_ended, dispatch_paused
from broadsheet.newsletters.actions.take_off import take_off
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.telling import tell_editors


def ended(dispatch: Dispatch, **_: Any) -> None:
    """Everybody has the edition, or never will."""
    under_way = Edition.objects.filter(dispatch=dispatch, state=Edition.State.SENDING)
    under_way.update(state=Edition.State.SENT)


def paused(dispatch: Dispatch, reason: str, **_: Any) -> None:
    """The engine stopped by itself, and waits for a person."""
    edition = Edition.objects.select_related("newsletter").filter(dispatch=dispatch).first()
    if edition is None:
        return
    tell_editors(
        edition,
        subject=f"Paused: {edition.subject}",
        paragraphs=[
            "Sending this edition went wrong too often in a row, so it was paused.",
            reason,
            "Nobody is lost: who has not got it yet gets it when you resume it.",
        ],
    )


def suppressed(address: str, reason: str, **_: Any) -> None:
    """Nothing more is sent to the address, so nobody counts it among the readers."""
    take_off(address, reason=reason)


def connect() -> None:
    """Called once, when the app is ready."""
    dispatch_ended.connect(ended, dispatch_uid="newsletters_ended")
    dispatch_paused.connect(paused, dispatch_uid="newsletters_paused")
    address_suppressed.connect(suppressed, dispatch_uid="newsletters_suppressed")
