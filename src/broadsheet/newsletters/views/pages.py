"""Where newsletters introduce themselves: all of them on one page, and each on its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.images.shortcuts import get_rendition_or_not_found

from broadsheet.edge.recording import note
from broadsheet.edge.tags import list_tag
from broadsheet.media.querysets import load_renditions
from broadsheet.media.shapes import SHARING
from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.newest import with_newest_editions


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every newsletter that takes subscribers, with one form for any choice of them."""
    note(list_tag(Newsletter))
    newsletters = with_newest_editions(Newsletter.objects.open().select_related("host", "picture"))
    load_renditions({"3x2": [one.picture for one in newsletters if one.picture]})
    return render(request, "newsletters/index.html", {"newsletters": newsletters})


@require_safe
def newsletter(request: HttpRequest, slug: str) -> HttpResponse:
    """What it promises, its form, and its editions so far."""
    found = Newsletter.objects.select_related("host", "picture").filter(slug=slug).first()
    if found is None:
        note(list_tag(Newsletter))
        raise Http404("There is no such newsletter.")
    pictures = [found.picture] if found.picture else []
    load_renditions({"3x2": pictures, "sharing": pictures})
    shared = get_rendition_or_not_found(found.picture, SHARING) if found.picture else None
    return render(request, "newsletters/newsletter.html", {"newsletter": found, "shared_picture": shared})
