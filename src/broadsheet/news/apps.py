from __future__ import annotations

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "broadsheet.news"
    label = "news"
