from __future__ import annotations

from django.apps import AppConfig


class NewslettersConfig(AppConfig):
    name = "broadsheet.newsletters"
    label = "newsletters"

    def ready(self) -> None:
        from broadsheet.newsletters import freshness, signal_handlers, spooled_acts  # noqa: F401  # it says what it takes
        from broadsheet.newsletters.archive import sitemaps  # noqa: F401  # its parts are registered by reading it

        freshness.connect()
        signal_handlers.connect()
