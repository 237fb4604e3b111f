"""Addresses below `/desk/reports/narrations/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.narration.desk.report.view import Report

app_name = "narrations"

urlpatterns: list[URLPattern] = [
    path("", Report.as_view(), name="report"),
    path("results/", Report.as_view(results_only=True), name="report_results"),
]
