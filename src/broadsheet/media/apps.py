from __future__ import annotations

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "broadsheet.media"
    label = "media"
    verbose_name = "Pictures"

    def ready(self) -> None:
        from broadsheet.media import avif, reading, signal_handlers

        avif.register()
        reading.register()
        signal_handlers.connect()
