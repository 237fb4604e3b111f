"""What every page of the paper shows around its own matter."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from broadsheet.news.models import Section, Story


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Sections for the masthead and the editors' picks, asked for only where a template shows them.

    A page that has its own `picks` in its context (with pictures loaded together with the rest) goes first.
    """
    return {
        "sections": SimpleLazyObject(lambda: _sections(request)),
        "picks": SimpleLazyObject(lambda: _picks(request)),
    }


def _sections(request: HttpRequest) -> list[Section]:
    site = Site.find_for_request(request)
    return list(Section.objects.child_of(site.root_page).live().order_by("path")) if site else []


def _picks(request: HttpRequest) -> list[Story]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    return list(Story.objects.picked(site.root_page_id).published().for_lines().with_renditions())
