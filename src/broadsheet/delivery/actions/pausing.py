"""Pause a dispatch, go on with it, or end it for good."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from broadsheet.delivery.ledger.cancelling import cancel_rest
from broadsheet.delivery.ledger.closing import end_if_done
from broadsheet.delivery.models import Dispatch
from broadsheet.delivery.signals import dispatch_ended, dispatch_paused

State = Dispatch.State


def pause_dispatch(dispatch: Dispatch, *, reason: str = "") -> bool:
    """Send nothing more for now; what is under way goes out, for two seconds at most. Whether it was sending.

    With a `reason` it was the engine that paused it, and whoever listens to `dispatch_paused` is told.
    """
    with transaction.atomic():
        sending = Dispatch.objects.filter(pk=dispatch.pk, state=State.SENDING)
        if not sending.update(state=State.PAUSED, paused_at=timezone.now(), reason=reason[:500]):
            return False
        dispatch.refresh_from_db()
        if reason:
            dispatch_paused.send(Dispatch, dispatch=dispatch, reason=reason)
    return True


def resume_dispatch(dispatch: Dispatch) -> bool:
    """Go on. Whether it was paused."""
    paused = Dispatch.objects.filter(pk=dispatch.pk, state=State.PAUSED)
    resumed = paused.update(state=State.SENDING, paused_at=None, reason="", errors_in_a_row=0)
    dispatch.refresh_from_db()
    if resumed:
        end_if_done(dispatch.pk)
    return bool(resumed)


def stop_dispatch(dispatch: Dispatch) -> int:
    """End it for good; returns how many will not get it. What is under way still goes out."""
    with transaction.atomic():
        going = Dispatch.objects.filter(
            pk=dispatch.pk, state__in=(State.FREEZING, State.SENDING, State.PAUSED)
        )
        stopped = going.update(state=State.STOPPED, ended_at=timezone.now())
        dispatch.refresh_from_db()
        if stopped:
            dispatch_ended.send(Dispatch, dispatch=dispatch)
    return cancel_rest(dispatch.pk)
