"""What the desk's first screen adds to Wagtail's."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from broadsheet.news.models import FrontPage, Section


class BeginPanel(Component):
    """The two things that staff come for: a new story in a section, and the front page."""

    name = "begin"
    order = 50
    template_name = "desk/panels/begin.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Sections in which this member of staff may write, and the front page's address if they may edit it."""
        request: HttpRequest = parent_context["request"]
        return {"starts": list(_starts(request)), "front_page_url": _front_page_url(request)}


def _starts(request: HttpRequest) -> Any:
    for section in Section.objects.live().order_by("path"):
        if section.permissions_for_user(request.user).can_add_subpage():
            yield section.title, reverse("wagtailadmin_pages:add", args=["news", "story", section.pk])


def _front_page_url(request: HttpRequest) -> str:
    front = FrontPage.objects.first()
    if front is None or not front.permissions_for_user(request.user).can_edit():
        return ""
    return reverse("wagtailadmin_pages:edit", args=[front.pk])
