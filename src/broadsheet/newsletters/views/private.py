"""Pages that belong to one reader: kept by nobody, told to nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from broadsheet.edge.spool import SpoolError
from broadsheet.newsletters.door.limits import BY_TOKEN
from broadsheet.newsletters.views.framing import framed

View = Callable[..., HttpResponse]

logger = logging.getLogger(__name__)

NOT_KEPT = "Something behind the paper has failed, and nothing was kept. Please try again in some minutes."
TOO_OFTEN = "This was pressed very often just now. Please try again in an hour."


def private(view: View) -> View:
    """The view of a page whose address holds a reader's token.

    The token is what no other site has, so that a form on it needs none of its own; and mail providers, who leave for
    a reader (RFC 8058), have no other.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not BY_TOKEN.take(token):
            return unseen(_refused(request, TOO_OFTEN, status=429))
        try:
            return unseen(view(request, token, *args, **kwargs))
        except SpoolError as error:
            # Without its traceback, which holds what the reader wrote.
            logger.error("An act could not be kept: %s", error, extra={"event": "act_lost"})
            return unseen(_refused(request, NOT_KEPT, status=503))

    return answer


def _refused(request: HttpRequest, words: str, *, status: int) -> HttpResponse:
    return framed(request, "newsletters/refused.html", {"words": words}, status=status, bare=True)


def unseen(response: HttpResponse) -> HttpResponse:
    """Have no cache keep it, no search engine show it, and no other site hear of its address."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
