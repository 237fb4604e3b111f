"""Buttons of round-ups: make today's, add what came since, say that one has looked."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from broadsheet.wire.actions.add_developments import add_developments
from broadsheet.wire.actions.look_at_round_up import look_at_round_up
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.desk.round_ups import address_of_form, may_draft, may_edit
from broadsheet.wire.models import RoundUp, Series

FIRST_SCREEN = "wagtailadmin_home"


@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft today's round-up, or go to the one that stands."""
    series = get_object_or_404(Series.objects.select_related("section"), pk=pk)
    if not may_draft(request.user, series):
        raise PermissionDenied
    try:
        round_up = make_round_up(series, by=request.user)  # type: ignore[arg-type]  # the desk knows nobody else
    except ValidationError as complaint:
        messages.warning(request, " ".join(complaint.messages))
        return redirect(FIRST_SCREEN)
    if not may_edit(request.user, round_up):
        messages.warning(request, f"{series} was made by somebody else today.")
        return redirect(FIRST_SCREEN)
    return redirect(address_of_form(round_up))


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what came since to the draft, and open it."""
    round_up = _of(request, pk)
    count = add_developments(round_up, by=request.user)  # type: ignore[arg-type]  # the desk knows nobody else
    if count:
        are = "development was" if count == 1 else "developments were"
        messages.success(request, f"{count} key {are} added under the others. Publish to show readers.")
    return redirect(address_of_form(round_up))


@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the flag off, if it is still the one that was looked at."""
    round_up = _of(request, pk)
    try:
        seen = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        seen = None
    if seen is None or (not look_at_round_up(round_up, seen=seen) and round_up.flagged_at):
        messages.warning(request, "More has happened since: look once more.")
    return redirect(FIRST_SCREEN)


def _of(request: HttpRequest, pk: int) -> RoundUp:
    round_up = get_object_or_404(RoundUp.objects.select_related("series", "story"), pk=pk)
    if not may_edit(request.user, round_up):
        raise PermissionDenied
    return round_up
