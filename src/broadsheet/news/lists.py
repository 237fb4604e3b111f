"""Lists of stories, a page at a time."""

from __future__ import annotations

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.core.paginator import Page as ListPage
from django.http import Http404, HttpRequest

from broadsheet.edge.recording import note_page

STORIES_A_PAGE = 20


def page_of(paginator: Paginator[Any], request: HttpRequest) -> ListPage[Any]:
    """The page that `request` asks for; a page that does not exist is not found."""
    try:
        page = paginator.page(request.GET.get("page", "1"))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404("There is no such page of the list.") from error
    note_page(page.number)
    return page
