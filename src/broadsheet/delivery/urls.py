"""Addresses below `/mail/`."""

from __future__ import annotations

from django.urls import path

from broadsheet.delivery.events.views import events

app_name = "delivery"

urlpatterns = [path("events/<slug:provider>/", events, name="events")]
