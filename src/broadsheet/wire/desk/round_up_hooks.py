"""What round-ups add to the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from broadsheet.wire.desk.round_ups import RoundUpsPanel
from broadsheet.wire.desk.views import round_ups
from broadsheet.wire.models import RoundUp
from broadsheet.wire.round_ups.chooser import WireItemChooser, item_chooser


@hooks.register("register_admin_viewset")
def choose_item() -> WireItemChooser:
    """The window in which a line's item is found."""
    return item_chooser


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The buttons' addresses."""
    return [
        path("round-ups/<int:pk>/make/", round_ups.make, name="make_round_up"),
        path("round-ups/<int:pk>/add/", round_ups.add, name="add_to_round_up"),
        path("round-ups/<int:pk>/look/", round_ups.look, name="look_at_round_up"),
    ]


@hooks.register("construct_homepage_panels")
def round_ups_on_first_screen(request: HttpRequest, panels: list[Any]) -> None:
    """What is to be looked at, and what can be made today."""
    panels.append(RoundUpsPanel())


@hooks.register("before_edit_page")
def tell_editor(request: HttpRequest, page: Page) -> None:
    """Over the form of a round-up: what became of its items since somebody looked."""
    flagged = RoundUp.objects.filter(story=page.pk, flagged_at__isnull=False)
    if request.method != "GET" or not (flag := flagged.values_list("flag", flat=True).first()):
        return
    button = messages.button(f"{reverse('wagtailadmin_home')}#round-ups", "Say that you have looked")
    messages.warning(request, " ".join(flag.splitlines()), buttons=[button])
