"""A reader’s own page: which newsletters they get, and all else that is theirs to change."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from broadsheet.delivery import references
from broadsheet.delivery.references import ForgedReferenceError
from broadsheet.edge.spool import keep
from broadsheet.edge.spool.errors import DatabaseAwayError
from broadsheet.newsletters import spooled_acts
from broadsheet.newsletters.door.network import mark_of
from broadsheet.newsletters.models import Newsletter, Subscriber, Subscription
from broadsheet.newsletters.reader_links import preferences_token, read_preferences
from broadsheet.newsletters.views.framing import framed, from_database
from broadsheet.newsletters.views.private import private
from broadsheet.newsletters.wording import PREFERENCES

PAGE = "newsletters/preferences.html"
LONGEST = 400  # newsletters in one form


@private
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """The page; a choice that is sent from it is kept, and shown on it."""
    try:
        number = read_preferences(token)
    except ForgedReferenceError:
        return _from_letter(request, token)
    if request.method == "POST":
        return _choose(request, token, number)
    return shown(request, token, number)


def shown(
    request: HttpRequest, token: str, number: int, *, status: int = 200, **context: Any
) -> HttpResponse:
    """The page as it is now; `context` is what went wrong."""
    try:
        reader = from_database(lambda: Subscriber.objects.filter(pk=number).first())
        if reader is None:
            return framed(request, "newsletters/no_reader.html", status=410)
        rows = from_database(lambda: _rows(reader))
    except DatabaseAwayError:
        return framed(request, "newsletters/not_just_now.html", status=503, bare=True)
    around = {"reader": reader, "rows": rows, "token": token, "done": request.GET.get("done", "")}
    return framed(request, PAGE, around | context, status=status)


def _from_letter(request: HttpRequest, token: str) -> HttpResponse:
    """An edition’s letter knows of its reader only this one subscription: it leads on to the reader’s page."""
    try:
        number = references.read(token)
    except ForgedReferenceError:
        return framed(request, "newsletters/no_link.html", status=400, bare=True)
    try:
        found = from_database(lambda: Subscription.objects.filter(pk=number).first())
    except DatabaseAwayError:
        return framed(request, "newsletters/not_just_now.html", status=503, bare=True)
    if found is None:
        return framed(request, "newsletters/no_reader.html", status=410)
    return redirect("newsletters:preferences", preferences_token(found.subscriber_id))


def _choose(request: HttpRequest, token: str, number: int) -> HttpResponse:
    chosen, offered = _numbers(request, "newsletters"), _numbers(request, "offered")
    act = {
        "subscriber": number,
        "joins": sorted(chosen),
        "leaves": sorted(offered - chosen),
        "wording": PREFERENCES,
        "page": "/newsletters/preferences/",
        "network": mark_of(request),
        "at": timezone.now().isoformat(),
    }
    is_done = keep(spooled_acts.CHOOSE, act)
    response = redirect("newsletters:preferences", token)
    response["Location"] += "?done=choice" if is_done else "?done=kept"
    return response


def _numbers(request: HttpRequest, name: str) -> set[int]:
    told = request.POST.getlist(name)[:LONGEST]
    return {int(number[:18]) for number in told if number.isascii() and number.isdigit()}


def _rows(reader: Subscriber) -> list[tuple[Newsletter, Subscription | None]]:
    """Every newsletter that they can join or have ever had, with what they have of it."""
    has = {one.newsletter_id: one for one in reader.subscriptions.all()}
    every = Newsletter.objects.select_related("host")
    return [(one, has.get(one.pk)) for one in every if one.is_open or _is_active(has.get(one.pk))]


def _is_active(subscription: Subscription | None) -> bool:
    return subscription is not None and subscription.state == Subscription.State.ACTIVE
