"""Addresses below `/desk/outbox/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.delivery.desk.outbox import views

app_name = "outbox"

urlpatterns: list[URLPattern] = [
    path("", views.index, name="index"),
    path("<str:name>/", views.letter, name="letter"),
    path("<str:name>/html/", views.letter_html, name="html"),
    path("<str:name>/file/", views.letter_file, name="file"),
]
