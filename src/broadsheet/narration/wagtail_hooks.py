"""What narration adds to the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.narration.desk.history import ACTS
from broadsheet.narration.desk.rights import REPORT


class _ReportItem(MenuItem):
    """“Narrations”, for those who see all of them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(REPORT)


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to a story's audio."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


@hooks.register("register_admin_urls")
def addresses() -> list[URLResolver]:
    """The audio and the script of a story, and the report."""
    return [
        path("narration/", include("broadsheet.narration.desk.urls")),
        path("reports/narrations/", include("broadsheet.narration.desk.report.urls")),
    ]


@hooks.register("register_reports_menu_item")
def report_in_menu() -> MenuItem:
    """How all narrations stand."""
    return _ReportItem(
        "Narrations", reverse("narrations:report"), name="narrations", icon_name="media", order=650
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The right to the report; those to the lexicon are registered with it."""
    return Permission.objects.filter(content_type__app_label="narration", codename="view_narration")
