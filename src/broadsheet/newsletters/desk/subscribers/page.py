"""What all pages about readers share."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from broadsheet.newsletters.desk.refusing import ForThose
from broadsheet.newsletters.desk.subscribers.rights import NOT_YOURS, Check, may_see
from broadsheet.newsletters.models import Subscriber

STYLE = Media(css={"all": ["newsletters/desk/bar.css", "newsletters/desk/subscribers.css"]})


class ReadersPage(WagtailAdminTemplateMixin, ForThose, TemplateView):
    """A page below “Subscribers”, for those who may see it."""

    may: Check = staticmethod(may_see)
    otherwise = NOT_YOURS
    header_icon = "group"
    media = STYLE

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The list first, for those who may open it."""
        listing = {"url": reverse("subscribers_desk:index"), "label": "Subscribers"}
        above = [listing] if may_see(self.request.user) else []
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, *above, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"media": self.media}


class OfReader(ReadersPage):
    """A page about the reader that its address names."""

    @cached_property
    def reader(self) -> Subscriber:
        return get_object_or_404(Subscriber, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.reader)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"reader": self.reader}

    @property
    def own_page(self) -> str:
        """Where the reader's page is."""
        return reverse("subscribers_desk:reader", args=[self.reader.pk])
