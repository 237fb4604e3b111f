"""The page whose one button confirms.

To ask for it changes nothing: mail scanners follow links, and press no buttons.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from broadsheet.delivery.references import ForgedReferenceError
from broadsheet.edge.spool import keep
from broadsheet.edge.spool.errors import DatabaseAwayError
from broadsheet.newsletters import spooled_acts
from broadsheet.newsletters.door.network import mark_of
from broadsheet.newsletters.models import SignUp
from broadsheet.newsletters.newest import with_newest_editions
from broadsheet.newsletters.reader_links import StaleLinkError, preferences_token, read_confirmation
from broadsheet.newsletters.views.framing import framed, from_database
from broadsheet.newsletters.views.private import private

PAGE = "newsletters/confirm.html"


@private
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """What was asked for, and the button; or, once it is pressed, what came of it."""
    try:
        number = read_confirmation(token)
    except ForgedReferenceError:
        return framed(request, "newsletters/no_link.html", status=400, bare=True)
    except StaleLinkError:
        return framed(request, PAGE, {"state": "stale"}, status=410)
    try:
        asked = from_database(lambda: _asked(number))
    except DatabaseAwayError:
        return _without_database(request, number)
    if asked is None:  # its reader had everything erased
        return framed(request, PAGE, {"state": "stale"}, status=410)
    state = "used" if asked.used_at else "asked"
    if request.method == "POST" and state == "asked":
        state = "confirmed" if _keep(request, number) else "kept"
    return framed(request, PAGE, _context(asked, state))


def _asked(number: int) -> SignUp | None:
    return SignUp.objects.select_related("subscriber").filter(pk=number).first()


def _keep(request: HttpRequest, number: int) -> bool:
    act = {"sign_up": number, "network": mark_of(request), "at": timezone.now().isoformat()}
    return keep(spooled_acts.CONFIRM, act)


def _without_database(request: HttpRequest, number: int) -> HttpResponse:
    state = "kept" if request.method == "POST" else "asked"
    if state == "kept":
        _keep(request, number)
    return framed(request, PAGE, {"state": state}, bare=True)


def _context(asked: SignUp, state: str) -> dict[str, Any]:
    newsletters = asked.newsletters.select_related("host")
    return {
        "state": state,
        "asked": asked,
        "address": asked.new_address or asked.subscriber.address,
        "newsletters": with_newest_editions(newsletters) if state == "confirmed" else list(newsletters),
        "preferences": preferences_token(asked.subscriber_id),
    }
