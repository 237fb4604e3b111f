"""Security headers on what Django answers."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from broadsheet.edge.security import Kind, headers_of, kind_of


class SecurityHeadersMiddleware:
    """Puts the security headers on every answer, also on errors; what a view has set on purpose stays.

    It stands outermost, so that nothing is answered outside it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        # Wagtail makes a preview by asking for the page within a request to the desk, and it is the desk
        # that answers: the page's own headers would keep the preview out of its frame.
        if getattr(request, "is_dummy", False):
            return response
        for name, value in headers_of(_kind(request, response), https=_by_https(request)).items():
            response.headers.setdefault(name, value)
        if _is_debugging(response):
            del response["Content-Security-Policy"]
        return response


def _kind(request: HttpRequest, response: HttpResponse) -> Kind:
    """The kind of its address; but the errors and the password form at a file's are the paper's own pages."""
    kind = kind_of(request.path)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    is_file = response.has_header("Content-Disposition")
    return Kind.PAGE if kind in (Kind.FILE, Kind.DOCUMENT) and is_page and not is_file else kind


def _by_https(request: HttpRequest) -> bool:
    # Over http the promise to stay with https must not be given (RFC 6797, 7.2).
    return settings.PUBLIC_URL.startswith("https:") and request.is_secure()


def _is_debugging(response: HttpResponse) -> bool:
    """Whether it may be an error page of Django's own, styled in the page, which only a developer sees."""
    return settings.DEBUG and response.status_code >= 400
