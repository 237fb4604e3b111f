"""An item's own page, for links that stay."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note, note_loosely
from broadsheet.pages.staff import signed_in
from broadsheet.wire.freshness import NEWEST
from broadsheet.wire.listing import with_links
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item, also one that was retracted: readers see that it was."""
    found = list(WireItem.objects.visible().filter(pk=pk).for_reading().prefetch_related("topics"))
    if not found:
        raise Http404("There is no such item.")
    shown = with_links(found)[0]
    context = {
        "item": shown,
        "topics": list(shown.topics.all()),
        "earlier": _earlier(shown),
        "later": _later(shown),
        "edit_url": _edit_url(request, shown),
    }
    return render(request, "wire/own.html", context)


def _earlier(item: WireItem) -> WireItem | None:
    before = Q(posted_at__lt=item.posted_at) | Q(posted_at=item.posted_at, pk__lt=item.pk)
    note_loosely(NEWEST)  # something may be posted late, with a time in between
    found: WireItem | None = WireItem.objects.visible().filter(before).newest().first()
    return found


def _later(item: WireItem) -> WireItem | None:
    after = Q(posted_at__gt=item.posted_at) | Q(posted_at=item.posted_at, pk__gt=item.pk)
    found: WireItem | None = WireItem.objects.visible().filter(after).order_by("posted_at", "pk").first()
    if found is None:
        note(NEWEST)
    return found


def _edit_url(request: HttpRequest, item: WireItem) -> str:
    """The desk's address of the item for staff who may change it, else nothing."""
    user = signed_in(request)
    if user is None or item.is_retracted or not may_change(user, item):
        return ""
    return reverse("wire_desk:edit", args=[item.pk])
