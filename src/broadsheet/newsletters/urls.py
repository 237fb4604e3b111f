"""Addresses below `/newsletters/`."""

from __future__ import annotations

from django.urls import URLPattern

from broadsheet.newsletters import archive_urls, reader_urls

app_name = "newsletters"

# What readers do comes first: its words are nobody's slug.
urlpatterns: list[URLPattern] = [*reader_urls.urlpatterns, *archive_urls.urlpatterns]
