"""What sending adds to the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path
from wagtail import hooks

from broadsheet.newsletters.desk.sending.panels import SendingPanel
from broadsheet.newsletters.history import ACTS
from broadsheet.newsletters.models import Edition


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to an edition."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


@hooks.register("register_admin_urls")
def addresses() -> list[URLResolver]:
    """The pages of an edition that goes out."""
    return [path("newsletters/sending/", include("broadsheet.newsletters.desk.sending.urls"))]


@hooks.register("before_bulk_action")
def keep_what_readers_have(
    request: HttpRequest, action: str, things: Iterable[Any], view: Any
) -> HttpResponse | None:
    """An edition that was sent is not deleted among others either."""
    if action != "delete" or not any(isinstance(one, Edition) and one.is_fixed for one in things):
        return None
    messages.error(request, "Readers have some of these editions: nothing was deleted.")
    return redirect(view.next_url)


@hooks.register("construct_homepage_panels", order=5)
def sending_on_first_screen(request: HttpRequest, panels: list[Any]) -> None:
    """What is paused or did not go out comes before everything else."""
    panels.insert(0, SendingPanel())
