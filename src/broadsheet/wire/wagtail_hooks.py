"""What the wire adds to the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from broadsheet.wire.desk import round_up_hooks  # noqa: F401  # its hooks are registered by reading it
from broadsheet.wire.desk.listing import NewsFeedViewSet
from broadsheet.wire.desk.panels import QuickPostPanel
from broadsheet.wire.history import ACTS


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to an item."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


@hooks.register("construct_homepage_panels", order=10)
def quick_post_first(request: HttpRequest, panels: list[Any]) -> None:
    """What happens now stands over what is written at leisure."""
    panels.insert(0, QuickPostPanel())


@hooks.register("register_admin_viewset")
def news_feed() -> NewsFeedViewSet:
    """“News Feed” in the menu."""
    return NewsFeedViewSet()
