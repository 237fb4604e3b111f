"""The News Feed in part: a section's items, and key developments alone."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note_list
from broadsheet.edge.tags import below
from broadsheet.news.lists import page_of
from broadsheet.news.models import Section
from broadsheet.pages.querysets import private
from broadsheet.wire.freshness import KEY, of_section
from broadsheet.wire.listing import listing_of, with_log
from broadsheet.wire.models import WireItem
from broadsheet.wire.querysets import WireItemQuerySet

ITEMS_A_PAGE = 50


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """Key developments, the newest first."""
    note_list(KEY)
    return _list(request, WireItem.objects.key(), name="key", key_only=True)


@require_safe
def section(request: HttpRequest, slug: str, *, key_only: bool = False) -> HttpResponse:
    """Items of a section and of the sections inside it."""
    family = _family(slug)
    chosen = family[0]
    note_list(below(chosen.pk), *(of_section(section.pk) for section in family))
    items = WireItem.objects.in_section(chosen)
    name = f"section:{chosen.slug}"
    if key_only:
        items, name = items.key(), f"{name}:key"
    slugs = " ".join(section.slug for section in family)
    return _list(request, items, name=name, key_only=key_only, section=chosen, slugs=slugs)


def _family(slug: str) -> list[Section]:
    """The section and those inside it, in the order of the tree; of two with one slug the one nearer to the front."""
    readable = Section.objects.live().exclude(private())
    chosen = readable.filter(slug=slug).order_by("depth", "path").first()
    if chosen is None:
        raise Http404("There is no such section.")
    return list(readable.descendant_of(chosen, inclusive=True).order_by("path"))


def _list(
    request: HttpRequest,
    items: WireItemQuerySet,
    *,
    name: str,
    key_only: bool,
    section: Section | None = None,
    slugs: str = "",
) -> HttpResponse:
    page = page_of(Paginator(with_log(items.visible().newest()), ITEMS_A_PAGE), request)
    context = {
        "page_of_list": page,
        "listing": listing_of(page.object_list),
        # What comes in belongs on the first page.
        "name": name if page.number == 1 else "",
        "most": ITEMS_A_PAGE,
        "section": section,
        "slugs": slugs,
        "key_only": key_only,
    }
    return render(request, "wire/filtered.html", context)
