from __future__ import annotations

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "broadsheet.news"
    label = "news"

    def ready(self) -> None:
        from broadsheet.news import signal_handlers

        signal_handlers.connect()
