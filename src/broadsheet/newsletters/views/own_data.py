"""What else a reader does on their own page: change the address, see all that is held, have it erased."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from broadsheet.delivery.references import ForgedReferenceError
from broadsheet.edge.spool import keep, spool
from broadsheet.edge.spool.errors import DatabaseAwayError
from broadsheet.newsletters import spooled_acts
from broadsheet.newsletters.addresses.checking import AddressError, read_address
from broadsheet.newsletters.door.network import mark_of
from broadsheet.newsletters.held import all_about
from broadsheet.newsletters.models import Subscriber
from broadsheet.newsletters.reader_links import read_preferences
from broadsheet.newsletters.views.framing import framed, from_database
from broadsheet.newsletters.views.preferences import shown
from broadsheet.newsletters.views.private import private


@private
def address(request: HttpRequest, token: str) -> HttpResponse:
    """Ask the new address whether it is the reader’s."""
    try:
        number = read_preferences(token)
    except ForgedReferenceError:
        return _no_link(request)
    if request.method != "POST":
        return redirect("newsletters:preferences", token)
    typed = request.POST.get("address", "").strip()
    try:
        new = read_address(typed, insists=bool(typed) and request.POST.get("insist") == typed)
    except AddressError as error:
        return shown(request, token, number, status=400, wrong=error, typed=typed[:300])
    act = {
        "subscriber": number,
        "address": new,
        "network": mark_of(request),
        "at": timezone.now().isoformat(),
    }
    spool(spooled_acts.CHANGE_ADDRESS, act)
    response = redirect("newsletters:preferences", token)
    response["Location"] += "?done=address"
    return response


@private
def download(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that is held about the reader, as a file that a person can read too."""
    try:
        number = read_preferences(token)
        reader = from_database(lambda: Subscriber.objects.filter(pk=number).first())
        held = from_database(lambda: all_about(reader)) if reader else None
    except ForgedReferenceError:
        return _no_link(request)
    except DatabaseAwayError:
        return framed(request, "newsletters/not_just_now.html", status=503, bare=True)
    if held is None:
        return framed(request, "newsletters/no_reader.html", status=410)
    response = JsonResponse(held, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="my-newsletters.json"'
    return response


@private
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button, or what came of it."""
    try:
        number = read_preferences(token)
    except ForgedReferenceError:
        return _no_link(request)
    if request.method == "POST":
        is_done = keep(spooled_acts.ERASE, {"subscriber": number, "at": timezone.now().isoformat()})
        return framed(request, "newsletters/erase.html", {"state": "erased" if is_done else "kept"})
    try:
        reader = from_database(lambda: Subscriber.objects.filter(pk=number).first())
    except DatabaseAwayError:
        return framed(request, "newsletters/erase.html", {"state": "asked", "token": token}, bare=True)
    if reader is None:
        return framed(request, "newsletters/no_reader.html", status=410)
    return framed(request, "newsletters/erase.html", {"state": "asked", "reader": reader, "token": token})


def _no_link(request: HttpRequest) -> HttpResponse:
    return framed(request, "newsletters/no_link.html", status=400, bare=True)
