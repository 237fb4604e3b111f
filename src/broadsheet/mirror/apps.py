from __future__ import annotations

from django.apps import AppConfig


class MirrorConfig(AppConfig):
    name = "broadsheet.mirror"
    label = "mirror"
    readers_see_it = False
