from __future__ import annotations

from django.apps import AppConfig


class NarrationConfig(AppConfig):
    name = "broadsheet.narration"
    label = "narration"
    # A story's page says by itself which production it shows (freshness.py); how far a voice has come shows nowhere.
    readers_see_it = False

    def ready(self) -> None:
        from broadsheet.narration import signal_handlers, syndicated
        from broadsheet.narration.audio.types import make_known
        from broadsheet.narration.podcast import freshness

        signal_handlers.connect()
        syndicated.connect()
        freshness.connect()
        make_known()
