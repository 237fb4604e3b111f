"""Search of the paper."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.news.lists import STORIES_A_PAGE, page_of
from broadsheet.news.models import Story

LONGEST_QUERY = 200


def search(request: HttpRequest) -> HttpResponse:
    """Stories that match what the reader asks, best first."""
    query = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUERY].strip()
    found = Story.objects.published().for_cards().search(query) if query else Story.objects.none()
    context = {"query": query, "stories": page_of(Paginator(found, STORIES_A_PAGE), request)}
    return render(request, "news/search.html", context)
