"""What readers add to the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.newsletters.desk.subscribers.rights import may_see_growth
from broadsheet.newsletters.desk.subscribers.viewset import MENU, SubscriberViewSet

ACTS = {
    "newsletters.import_subscribers": ("Import subscribers", "Brought subscribers from a file"),
    "newsletters.export_subscribers": ("Export subscribers", "Handed out who its readers are"),
}


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to a newsletter's readers as a whole."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)


class _GrowthItem(MenuItem):
    """“Growth”, for editors too, who see no addresses."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_growth(request.user)


@hooks.register(MENU)
def growth() -> MenuItem:
    """How the newsletters grow."""
    url = reverse_lazy("subscribers_desk:growth_of_first")
    return _GrowthItem("Growth", url, name="growth", icon_name="order-up", order=400)


@hooks.register("register_admin_viewset")
def subscribers() -> SubscriberViewSet:
    """“Subscribers” in the menu."""
    return SubscriberViewSet()
