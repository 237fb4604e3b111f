"""What sending adds to the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from wagtail import hooks

from broadsheet.newsletters.desk.sending.panels import SendingPanel
from broadsheet.newsletters.history import ACTS


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to an edition."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


@hooks.register("register_admin_urls")
def addresses() -> list[URLResolver]:
    """The pages of an edition that goes out."""
    return [path("newsletters/sending/", include("broadsheet.newsletters.desk.sending.urls"))]


@hooks.register("construct_homepage_panels", order=5)
def sending_on_first_screen(request: HttpRequest, panels: list[Any]) -> None:
    """What is paused or did not go out comes before everything else."""
    panels.insert(0, SendingPanel())
