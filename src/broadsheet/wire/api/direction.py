"""Where items stand: what takes the right to change everybody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Router

from broadsheet.wire.actions.breaking import end_breaking, start_breaking
from broadsheet.wire.actions.pin import pin_item, unpin_item
from broadsheet.wire.api.answers import as_json
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_direct

router = Router()
Answer = dict[str, Any]


@router.post("/{int:pk}/pin", summary="Pin an item")
def pin(request: HttpRequest, pk: int) -> Answer:
    """It stays on top of the News Feed; another that was there gives way."""
    return _direct(request, pk, pin_item)


@router.post("/{int:pk}/unpin", summary="Take the pin out")
def unpin(request: HttpRequest, pk: int) -> Answer:
    """It stands at its time again."""
    return _direct(request, pk, unpin_item)


@router.post("/{int:pk}/break", summary="Put an item into the banner")
def start(request: HttpRequest, pk: int) -> Answer:
    """It stands on every page for three hours, or until it is ended."""
    return _direct(request, pk, start_breaking)


@router.post("/{int:pk}/end-breaking", summary="Take an item out of the banner")
def end(request: HttpRequest, pk: int) -> Answer:
    """It stays in the feed."""
    return _direct(request, pk, end_breaking)


def _direct(request: HttpRequest, pk: int, act: Callable[..., WireItem]) -> Answer:
    if not may_direct(request.user):
        raise PermissionDenied("You may not direct the wire: ask for “Can change wire item”.")
    return as_json(act(WireItem.objects.get(pk=pk), by=request.user))
