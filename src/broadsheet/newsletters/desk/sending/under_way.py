"""What an editor sees while an edition goes out."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.desk.sending.of_edition import STYLE
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.standing import standing_of

_SCRIPT = Script("newsletters/desk/sending.js", defer=True)
REFRESH = 5  # seconds between two looks where no script runs


def under_way(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """How far it is, and what can be done about it."""
    dispatch = edition.dispatch
    if dispatch is None:  # it was thrown away: nothing is known, and nothing can be done
        return {"standing": None}
    state = dispatch.state
    return {
        "standing": standing_of(dispatch),
        "may_pause": state == Dispatch.State.SENDING,
        "may_resume": state == Dispatch.State.PAUSED,
        "refresh": REFRESH,
        "media": STYLE + Media(js=[_SCRIPT]),  # type: ignore[list-item]  # the stubs know addresses alone
    }
