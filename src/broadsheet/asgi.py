"""The ASGI application that Granian serves: the edge, and Django behind it."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")


def _application() -> object:
    django = get_asgi_application()
    from django.conf import settings

    from broadsheet.edge.asgi import Edge
    from broadsheet.edge.keeping_up import keep_up
    from broadsheet.edge.press.press import press

    if not settings.PAGE_STORE or settings.DEBUG:
        return django
    keep_up()
    return Edge(django, press())


application = _application()
