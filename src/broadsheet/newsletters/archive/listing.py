"""The archive of a newsletter, a page at a time."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from broadsheet.edge.recording import note
from broadsheet.news.lists import page_of
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.models import Newsletter

EDITIONS_A_PAGE = 20


def editions_of(newsletter: Newsletter, request: HttpRequest) -> Page[Any]:
    """The editions that readers can read, newest first; a page that does not exist is 404."""
    note(archive_of(newsletter.pk))
    editions = newsletter.editions.in_archive().select_related("newsletter").defer("body", "filled")
    return page_of(Paginator(editions, EDITIONS_A_PAGE), request)
