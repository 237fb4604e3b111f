"""What all pages about one item share."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from broadsheet.wire.models import WireItem


class OfItem(WagtailAdminTemplateMixin):
    """A page of the desk about the item that its address names."""

    kwargs: dict[str, Any]

    @cached_property
    def item(self) -> WireItem:
        return get_object_or_404(WireItem.objects.select_related("filed_by"), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.item)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": reverse_lazy("wire_desk:index"), "label": "News Feed"}, own]
