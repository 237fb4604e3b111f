from __future__ import annotations

from django.apps import AppConfig


class EdgeConfig(AppConfig):
    name = "broadsheet.edge"
    label = "edge"
    readers_see_it = False

    def ready(self) -> None:
        from broadsheet.edge import recording, signal_handlers

        recording.connect()
        signal_handlers.connect()
