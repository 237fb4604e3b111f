from __future__ import annotations

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "broadsheet.delivery"
    label = "delivery"
    readers_see_it = False
