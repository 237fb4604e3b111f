"""Addresses below `/newsletters/`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "newsletters"

urlpatterns: list[URLPattern] = []
