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
        """Where this member of staff may write; the front page and a new section, if these are theirs to touch."""
        request: HttpRequest = parent_context["request"]
        front = FrontPage.objects.first()
        rights = front.permissions_for_user(request.user) if front else None
        return {
            "starts": list(_starts(request)),
            "front_page_url": _edit_url(front) if rights and rights.can_edit() else "",
            "new_section_url": _new_section_url(front) if rights and rights.can_add_subpage() else "",
        }


def _starts(request: HttpRequest) -> Any:
    for section in Section.objects.live().order_by("path"):
        if section.permissions_for_user(request.user).can_add_subpage():
            yield section.title, reverse("wagtailadmin_pages:add", args=["news", "story", section.pk])


def _edit_url(front: FrontPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[front.pk])


def _new_section_url(front: FrontPage) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", "section", front.pk])
