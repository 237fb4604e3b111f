"""Pause what is being sent, go on with it, or stop it for good."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from broadsheet.delivery.actions.pausing import pause_dispatch, resume_dispatch, stop_dispatch
from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.history import write_history
from broadsheet.newsletters.models import Edition


def pause_sending(edition: Edition, *, by: User | None) -> None:
    """Send no more until somebody resumes it. Raises `ValidationError` when it is not being sent."""
    if not pause_dispatch(_dispatch(edition)):
        raise ValidationError("It is not being sent just now.")
    write_history(edition, "newsletters.pause", by=by)


def resume_sending(edition: Edition, *, by: User | None) -> None:
    """Go on. Raises `ValidationError` when it is not paused."""
    if not resume_dispatch(_dispatch(edition)):
        raise ValidationError("It is not paused.")
    write_history(edition, "newsletters.resume", by=by)


def stop_sending(edition: Edition, *, by: User | None) -> int:
    """Send no more, for good; returns how many will not get it. Raises `ValidationError` when it has ended."""
    dispatch = _dispatch(edition)
    if not dispatch.is_under_way:
        raise ValidationError("It has ended already.")
    missed = stop_dispatch(dispatch)
    write_history(edition, "newsletters.stop", by=by, missed=missed)
    return missed


def _dispatch(edition: Edition) -> Dispatch:
    dispatch = Dispatch.objects.defer("message").filter(edition=edition).first()
    if dispatch is None:
        raise ValidationError("It is not being sent.")
    return dispatch
