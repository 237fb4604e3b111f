"""Finding an item of the News Feed by its headline, for a line of a round-up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsViewMixin,
    ChooseViewMixin,
    CreationFormMixin,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet


class ItemFilterForm(BaseFilterForm):
    """Words of the headline, and whether it is a key development."""

    q = forms.CharField(
        label="Search term", required=False, widget=forms.TextInput(attrs={"placeholder": "Headline"})
    )
    key = forms.BooleanField(label="Key developments only", required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """The items that are asked for."""
        words = self.cleaned_data["q"].split()
        for word in words:
            objects = objects.filter(headline__icontains=word)
        if self.cleaned_data["key"]:
            objects = objects.filter(is_key=True)
        self.is_searching, self.search_query = bool(words), self.cleaned_data["q"]
        return objects


class ItemsView(CreationFormMixin, BaseChooseView):
    """What readers can read, the newest first."""

    filter_form_class = ItemFilterForm

    def can_create(self) -> bool:
        """Never here: what is filed goes through the News Feed."""
        return False

    def get_object_list(self) -> QuerySet[Any]:
        """Items with words."""
        items: QuerySet[Any] = self.model_class.objects.standing().newest()
        return items

    @property
    def columns(self) -> list[Column]:
        """The headline and when it was posted."""
        return [*super().columns, DateColumn("posted_at", label="Posted", width="25%")]


class ItemsModal(ChooseViewMixin, ItemsView):
    """The whole window."""


class ItemsResults(ChooseResultsViewMixin, ItemsView):
    """Its list alone."""


class WireItemChooser(ChooserViewSet):
    """The window in which an item is chosen."""

    model = "wire.WireItem"
    icon = "list-ul"
    choose_one_text = "Choose an item"
    choose_another_text = "Choose another item"
    edit_item_text = "Look at this item"
    choose_view_class = ItemsModal
    choose_results_view_class = ItemsResults
    per_page = 15

    def get_urlpatterns(self) -> list[Any]:
        """All but the one to create something."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


item_chooser = WireItemChooser("wire_item_chooser")
