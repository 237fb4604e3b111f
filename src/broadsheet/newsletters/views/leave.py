"""Leaving: a page with one button, and what mail programs send for their reader (RFC 8058)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from broadsheet.delivery import references
from broadsheet.delivery.references import ForgedReferenceError
from broadsheet.edge.spool import keep
from broadsheet.edge.spool.errors import DatabaseAwayError
from broadsheet.newsletters import spooled_acts
from broadsheet.newsletters.door.network import mark_of
from broadsheet.newsletters.models import Subscription
from broadsheet.newsletters.reader_links import preferences_token
from broadsheet.newsletters.views.framing import framed, from_database
from broadsheet.newsletters.views.private import private

PAGE = "newsletters/leave.html"
GONE = (Subscription.State.LEFT, Subscription.State.COMPLAINED)


@private
def leave(request: HttpRequest, token: str, edition: int | None = None) -> HttpResponse:
    """The button, or what came of it. Never an error for who has left before, or was erased.

    A press is kept whoever sends it: a mail provider brings no origin, no cookie and no browser, and the token is
    enough. It is kept as well while the database is away.
    """
    try:
        number = references.read(token)
    except ForgedReferenceError:
        return framed(request, "newsletters/no_link.html", status=400, bare=True)
    if request.method != "POST":
        return _page(request, number, "asked")
    keep(
        spooled_acts.LEAVE,
        {
            "subscription": number,
            "edition": edition,
            "network": mark_of(request),
            "at": timezone.now().isoformat(),
        },
    )
    if request.POST.get("List-Unsubscribe") == "One-Click":  # nobody looks at the page
        return HttpResponse("Done: no more letters.\n", content_type="text/plain; charset=utf-8")
    return _page(request, number, "left")


def _page(request: HttpRequest, number: int, state: str) -> HttpResponse:
    try:
        found = from_database(lambda: _subscription(number))
    except DatabaseAwayError:
        return framed(request, PAGE, {"state": state}, bare=True)
    if found is None:
        return framed(request, PAGE, {"state": "gone"})
    context = {
        "state": "left" if found.state in GONE else state,
        "newsletter": found.newsletter,
        "preferences": preferences_token(found.subscriber_id),
    }
    return framed(request, PAGE, context)


def _subscription(number: int) -> Subscription | None:
    return Subscription.objects.select_related("newsletter").filter(pk=number).first()
