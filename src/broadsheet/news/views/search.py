"""Search of the paper."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.news.lists import STORIES_A_PAGE, page_of
from broadsheet.news.search.engine import engine
from broadsheet.news.search.results import Results
from broadsheet.news.search.spelling import corrected
from broadsheet.news.search.words import clean_query, words_of

FEW = 2  # results; so few may mean that the reader mistyped
MANY_MORE = 10  # times as many results make another spelling worth offering


def search(request: HttpRequest) -> HttpResponse:
    """Stories that match what the reader asks, best first, or newest first with `?order=newest`.

    A query that no story matches is corrected, if the paper has words like it, and `corrected` says so. One
    that hardly any matches is answered as it stands, with a `suggestion` beside it.
    """
    query = clean_query(request.GET.get("q", ""))
    newest_first = request.GET.get("order") == "newest"
    found = Results(words_of(query), engine(), newest_first=newest_first)
    other = _other_spelling(found, newest_first=newest_first)
    instead = other is not None and not len(found)
    shown: Any = other if instead else found
    context = {
        "query": query,
        "suggestion": " ".join(other.words) if other else "",
        "corrected": instead,
        "order": "newest" if newest_first else "",
        "stories": page_of(Paginator(shown, STORIES_A_PAGE), request),
    }
    return render(request, "news/search.html", context)


def _other_spelling(found: Results, *, newest_first: bool) -> Results | None:
    """The results of the nearest spelling, when they are worth showing or offering."""
    if not found.words or len(found) > FEW:
        return None
    words = corrected(found.words, engine())
    other = Results(words, engine(), newest_first=newest_first) if words else None
    return other if other and len(other) > len(found) * MANY_MORE else None
