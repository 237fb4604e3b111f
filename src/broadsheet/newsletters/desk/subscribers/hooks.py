"""What readers add to the desk."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from broadsheet.newsletters.desk.subscribers.viewset import SubscriberViewSet

ACTS = {
    "newsletters.import_subscribers": ("Import subscribers", "Brought subscribers from a file"),
    "newsletters.export_subscribers": ("Export subscribers", "Handed out who its readers are"),
}


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to a newsletter's readers as a whole."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


@hooks.register("register_admin_viewset")
def subscribers() -> SubscriberViewSet:
    """“Subscribers” in the menu."""
    return SubscriberViewSet()
