"""Addresses for those who run the paper."""

from __future__ import annotations

from django.urls import path

from broadsheet.operations import views

app_name = "operations"

urlpatterns = [path("healthz", views.health, name="health")]
