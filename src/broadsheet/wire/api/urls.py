"""Addresses of the API, all below `/api/`."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path
from ninja import NinjaAPI

from broadsheet.wire.api import direction, items
from broadsheet.wire.api.answers import nothing_there
from broadsheet.wire.api.door import StrictParser, Token, guarded
from broadsheet.wire.api.errors import speak

api = NinjaAPI(
    title="Broadsheet",
    description="Files items of the News Feed.",
    urls_namespace="api",
    auth=Token(),
    parser=StrictParser(),
    docs_url=None,  # ninja's page of documentation loads scripts from elsewhere
)
api.add_router("/wire/items", items.router)
api.add_router("/wire/items", direction.router)
speak(api)


def _guarded(pattern: URLPattern) -> URLPattern:
    pattern.callback = guarded(pattern.callback)
    return pattern


_patterns = [_guarded(pattern) for pattern in api.urls[0] if isinstance(pattern, URLPattern)]

urlpatterns = [
    path("", (_patterns, "ninja", "api")),
    re_path(r"", guarded(nothing_there)),
]
