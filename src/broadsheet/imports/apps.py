from __future__ import annotations

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "broadsheet.imports"
    label = "imports"
    readers_see_it = False
