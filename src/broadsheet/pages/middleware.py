"""What staff see stays theirs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from broadsheet.pages.staff import has_session


class PrivateForStaffMiddleware:
    """Tells every store on the way that an answer to somebody who is signed in is for nobody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if has_session(request) and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
        return response
