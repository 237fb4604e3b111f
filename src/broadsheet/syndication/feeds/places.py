"""What of the paper a feed is asked for."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Site

from broadsheet.news.models import Section
from broadsheet.pages.querysets import private


def section_at(request: HttpRequest, path: str) -> Section:
    """The section at `path`, such as `harbour/ferries/`; `Http404` where there is none for everybody."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("This host has no paper.")
    sections = Section.objects.live().exclude(private())
    return get_object_or_404(sections, url_path=f"{site.root_page.url_path}{path}")
