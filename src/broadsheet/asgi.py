"""The ASGI application that Granian serves: the stream and audio, and beside them the edge with Django behind."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")

App = Callable[[Any, Any, Any], Awaitable[None]]


def _application() -> App:
    django = get_asgi_application()
    from broadsheet.edge.answering.parts import PLACE, parts
    from broadsheet.wire.stream.answers import ADDRESS
    from broadsheet.wire.stream.application import Stream

    pages, stream = _pages(django), Stream()
    files = parts(pages)

    def choose(scope: Any, receive: Any, send: Any) -> Awaitable[None]:
        """Hand a request on; no coroutine of its own, since every page would pay for it."""
        path = scope.get("path", "")
        if path.startswith(PLACE):
            return files(scope, receive, send)
        return (stream if path == ADDRESS else pages)(scope, receive, send)

    return choose


def _pages(django: App) -> App:
    from django.conf import settings

    from broadsheet.edge.asgi import Edge
    from broadsheet.edge.keeping_up import keep_up
    from broadsheet.edge.press.press import press

    if not settings.PAGE_STORE or settings.DEBUG:
        return django
    keep_up()
    return Edge(django, press())


application = _application()
