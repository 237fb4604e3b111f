from __future__ import annotations

from django.apps import AppConfig


class WireConfig(AppConfig):
    name = "broadsheet.wire"
    label = "wire"

    def ready(self) -> None:
        from broadsheet.wire import freshness
        from broadsheet.wire.round_ups import naming

        freshness.connect()
        naming.connect()
