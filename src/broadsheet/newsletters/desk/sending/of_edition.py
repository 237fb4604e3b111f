"""What all pages about the sending of one edition share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Media
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from broadsheet.newsletters.desk.refusing import ForThose
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rights import may_see_editions, may_send

STYLE = Media(css={"all": ["newsletters/desk/bar.css", "newsletters/desk/sending.css"]})
NOT_YOURS = "Editions are for editors. A publisher can give you that right."
NOT_SENDING = "Sending editions is a right of its own. A publisher can give it to you."


def edition_of(pk: int) -> Edition:
    """The edition with all that its pages show, or 404."""
    found = Edition.objects.select_related("newsletter", "dispatch", "sent_by").defer("dispatch__message")
    return get_object_or_404(found, pk=pk)


class OfEdition(WagtailAdminTemplateMixin, ForThose):
    """A page of the desk about the edition that its address names, for those who see editions."""

    may: Callable[[Any], bool] = staticmethod(may_see_editions)
    otherwise = NOT_YOURS
    page_title = "Sending"
    header_icon = "mail"

    @cached_property
    def edition(self) -> Edition:
        return edition_of(self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.edition)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        editions = {"url": reverse("newsletters_editions:list"), "label": "Editions"}
        return [*self.breadcrumbs_items, editions, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "edition": self.edition,
            "may_send": may_send(self.request.user),
            "media": STYLE,
        }


class ToSend(OfEdition):
    """A page for those who may send."""

    may = staticmethod(may_send)
    otherwise = NOT_SENDING
