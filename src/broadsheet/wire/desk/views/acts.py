"""Buttons: what is done to an item without another word."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from broadsheet.wire.actions.breaking import end_breaking, start_breaking
from broadsheet.wire.actions.pin import pin_item, unpin_item
from broadsheet.wire.actions.withdraw import withdraw_item
from broadsheet.wire.desk.answers import done, not_done, refused
from broadsheet.wire.desk.filing_form import box_of
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change, may_direct

View = Callable[..., HttpResponse]
NOT_YOURS = "This is another reporter’s item: an editor can change it."
NOT_DIRECTING = "Pinning, and what stands in the banner, is for editors."


def _act(may: Callable[[Any, WireItem], bool], otherwise: str) -> Callable[[View], View]:
    """A view that takes the item, and only from those who may do this to it."""

    def decorate(view: View) -> View:
        @require_POST
        @wraps(view)
        def acting(request: HttpRequest, pk: int) -> HttpResponse:
            item = get_object_or_404(WireItem, pk=pk)
            if not may(request.user, item):
                return refused(request, otherwise)
            try:
                return view(request, item, request.user)
            except ValidationError as complaint:
                return not_done(request, " ".join(complaint.messages))

        return acting

    return decorate


def _directs(user: Any, item: WireItem) -> bool:
    return may_direct(user)


@_act(may_change, NOT_YOURS)
def undo(request: HttpRequest, item: WireItem, by: User) -> HttpResponse:
    """Take a post back within its ten seconds; its words go into the box, if that is free."""
    item = withdraw_item(item, by=by)
    if "keep_box" in request.POST:
        return done(request, "Taken back. It is kept as a draft, since there are other words in the box.")
    return done(request, "Taken back: here are the words.", form=box_of(item), draft=item.pk)


@_act(may_change, NOT_DIRECTING)
def end(request: HttpRequest, item: WireItem, by: User) -> HttpResponse:
    """Take the item out of the banner."""
    end_breaking(item, by=by)
    return done(request, "The banner is down.")


@_act(_directs, NOT_DIRECTING)
def start(request: HttpRequest, item: WireItem, by: User) -> HttpResponse:
    """Put the item into the banner."""
    start_breaking(item, by=by)
    return done(request, "The banner is up, for three hours.")


@_act(_directs, NOT_DIRECTING)
def pin(request: HttpRequest, item: WireItem, by: User) -> HttpResponse:
    """Keep the item on top of the News Feed."""
    pin_item(item, by=by)
    return done(request, "Pinned.")


@_act(_directs, NOT_DIRECTING)
def unpin(request: HttpRequest, item: WireItem, by: User) -> HttpResponse:
    """Let the item stand at its time again."""
    unpin_item(item, by=by)
    return done(request, "The pin is out.")
