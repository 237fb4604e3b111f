"""Items, read and filed by machines: the same verbs as at the desk."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.file_once import file_once, fingerprint_of
from broadsheet.wire.actions.post import post_item
from broadsheet.wire.actions.post_draft import post_draft
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from broadsheet.wire.api.answers import address_of_item, as_json
from broadsheet.wire.api.asked import Changes, Correction, NewItem, Retraction, fields_of
from broadsheet.wire.api.door import caller
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change, may_file

router = Router()
AT_ONCE = 100
Answer = dict[str, Any]


@router.get("", summary="The newest items, or those filed after one")
def read_items(request: HttpRequest, after: Annotated[int | None, Field(ge=0, lt=2**63)] = None) -> Answer:
    """`after` is an item's number: then in the order of filing, 100 at most. Without it the newest 30."""
    items = WireItem.objects.visible().for_reading().select_related("filed_by").prefetch_related("topics")
    if after is None:
        return {"items": [as_json(item) for item in items.newest()[:30]]}
    return {"items": [as_json(item) for item in items.filter(pk__gt=after).order_by("pk")[:AT_ONCE]]}


@router.get("/{int:pk}", summary="An item")
def read_item(request: HttpRequest, pk: int) -> Answer:
    """A draft is seen by those who may change it."""
    item = WireItem.objects.for_reading().get(pk=pk)
    if not item.is_visible and not may_change(request.user, item):
        raise WireItem.DoesNotExist
    return as_json(item)


@router.post("", response={201: dict[str, Any]}, summary="File an item")
def file_item(request: HttpRequest, response: HttpResponse, new: NewItem) -> Answer:
    """With the header `Idempotency-Key` a repeated call files once."""
    if not may_file(request.user):
        raise PermissionDenied("You may not file wire items: ask for “Can file wire items”.")
    given = new.given()
    file = partial(_file, caller(request), given)
    key = request.headers.get("Idempotency-Key")
    if key is None:
        item, was_there = file(), False
    else:
        item, was_there = file_once(_bare(key), fingerprint_of(given), caller(request), file)
    response["Location"] = address_of_item(item)
    if was_there:
        response["Idempotency-Replayed"] = "true"
    return as_json(item)


@router.patch("/{int:pk}", summary="Edit an item")
def edit(request: HttpRequest, pk: int, changes: Changes) -> Answer:
    """For a slip that misled nobody; what misled is corrected."""
    item = item_to_change(request, pk)
    return as_json(edit_item(item, by=caller(request), **fields_of(changes.given())))


@router.post("/{int:pk}/post", summary="Put a draft live")
def post(request: HttpRequest, pk: int) -> Answer:
    """Readers see it from now on."""
    return as_json(post_draft(item_to_change(request, pk), by=caller(request)))


@router.post("/{int:pk}/correct", summary="Correct an item")
def correct(request: HttpRequest, pk: int, correction: Correction) -> Answer:
    """Readers see the note beside the words that are right."""
    return as_json(correct_item(item_to_change(request, pk), by=caller(request), **correction.given()))


@router.post("/{int:pk}/retract", summary="Retract an item")
def retract(request: HttpRequest, pk: int, retraction: Retraction) -> Answer:
    """Readers see that it was there, and the reason; the words are gone."""
    return as_json(retract_item(item_to_change(request, pk), reason=retraction.reason, by=caller(request)))


@router.post("/{int:pk}/withdraw", summary="Undo a post within its ten seconds")
def withdraw(request: HttpRequest, pk: int) -> Answer:
    """It is a draft again."""
    return as_json(withdraw_item(item_to_change(request, pk), by=caller(request)))


def item_to_change(request: HttpRequest, pk: int) -> WireItem:
    """The item, for somebody who may change it; a draft of somebody else is not there for others."""
    item: WireItem = WireItem.objects.get(pk=pk)
    if not may_change(request.user, item):
        if not item.is_visible:
            raise WireItem.DoesNotExist
        raise PermissionDenied("You may change what you have filed yourself, and this is somebody else’s.")
    return item


def _file(user: User, given: dict[str, Any]) -> WireItem:
    fields = fields_of({name: value for name, value in given.items() if name != "draft"})
    return post_item(by=user, as_draft=given.get("draft", False), **fields)


def _bare(key: str) -> str:
    """The key without the quotation marks that a structured header has (RFC 9651)."""
    return key[1:-1] if len(key) > 2 and key[0] == key[-1] == '"' else key
