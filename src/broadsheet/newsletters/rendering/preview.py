"""What an editor sees of an edition before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.newsletters.rendering.frame import frame_of
from broadsheet.newsletters.rendering.html import html_of
from broadsheet.newsletters.rendering.parts import parts_of
from broadsheet.newsletters.rendering.text import text_of

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition

MAIL, NO_PICTURES, TEXT = "mail", "no-pictures", "text"
MODES = [(MAIL, "Mail"), (NO_PICTURES, "Mail, pictures not loaded"), (TEXT, "Text only")]
SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 375, "label": "As on a phone"},
    {"name": "desktop", "icon": "desktop", "device_width": 700, "label": "As on a computer"},
]
# Stands where each reader's own sign will be; its links open a page that knows nobody.
NOBODY = "preview"


def preview_of(request: HttpRequest, edition: Edition, mode: str) -> HttpResponse:
    """The edition as it would be if it were sent now; one that was sent, as it was sent."""
    parts = parts_of(edition, fill(edition) if edition.filled is None else edition.filled)
    frame = frame_of(edition)
    if mode == TEXT:
        text = text_of(frame, parts).replace(TOKEN, NOBODY)
        return render(request, "newsletters/desk/preview_text.html", {"edition": edition, "text": text})
    html = html_of(frame, parts).replace(TOKEN, NOBODY)
    return HttpResponse(_without_pictures(html) if mode == NO_PICTURES else _from_here(html))


def _from_here(html: str) -> str:
    """Pictures from the host at which the desk stands: it shows none of another."""
    return html.replace(f' src="{settings.PUBLIC_URL}/', ' src="/')


def _without_pictures(html: str) -> str:
    return html.replace(" src=", " data-src=")
