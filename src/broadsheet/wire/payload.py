"""What readers' open pages, and machines, are sent of an item."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from broadsheet.edge.recording import note, note_until
from broadsheet.wire.freshness import BANNER
from broadsheet.wire.models.item import WireItem

Payload = dict[str, Any]


def item_payload(item: WireItem, kind: str = "posted") -> Payload:
    """The item as it is now, with the HTML that pages show of it; only its number once it was withdrawn."""
    if not item.is_visible or item.posted_at is None:
        return {"id": item.pk, "kind": kind}
    with as_readers_see_it():
        return _payload(item, kind)


def _payload(item: WireItem, kind: str) -> Payload:
    return {
        "id": item.pk,
        "kind": kind,
        "state": item.state,
        "posted_at": timezone.localtime(item.posted_at).isoformat(timespec="seconds"),
        "day": timezone.localdate(item.posted_at).isoformat(),
        "section": item.shown_section.slug if item.shown_section else "",
        "urgency": item.urgency,
        "key": item.is_key,
        "pinned": item.pinned_at is not None,
        "url": item.get_absolute_url(),
        "headline": item.headline,
        "html": render_to_string("wire/components/item.html", {"item": item}),
    }


def banner_payload() -> Payload:
    """The banner as it stands now; its `html` is empty when there is none."""
    note(BANNER)
    item = WireItem.objects.breaking().first()
    if item is None:
        return {"html": "", "until": None, "id": None}
    note_until(item.breaking_until)
    with as_readers_see_it():
        return _banner(item)


def _banner(item: WireItem) -> Payload:
    return {
        "html": render_to_string("wire/components/banner.html", {"item": item}),
        "until": timezone.localtime(item.breaking_until).isoformat(timespec="seconds"),
        "id": item.pk,
    }


@contextmanager
def as_readers_see_it() -> Iterator[None]:
    """In the newsroom's zone and the paper's language: at the desk, an editor's own are in force."""
    zone = timezone.get_default_timezone()
    with timezone.override(zone), translation.override(settings.LANGUAGE_CODE):
        yield
