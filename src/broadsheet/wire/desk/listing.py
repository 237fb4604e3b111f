"""“News Feed” in the desk's menu: every item, filtered."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]  # it comes without types
from django import forms
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets import AdminDateInput

from broadsheet.news.models import Section
from broadsheet.pages.listing_viewset import ListingViewSet
from broadsheet.wire.desk.filed import with_rights
from broadsheet.wire.desk.panels import STYLE
from broadsheet.wire.desk.urls import urlpatterns
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change, may_direct

RIGHTS = ("file", "change")
_WIDE = "wire-listing__wide"  # a column that a phone has no room for


class Filters(WagtailFilterSet):
    """What to look for."""

    state = django_filters.MultipleChoiceFilter(
        choices=WireItem.State.choices, widget=forms.CheckboxSelectMultiple
    )
    day = django_filters.DateFilter(method="on_day", label="Day", widget=AdminDateInput)
    section = django_filters.ModelChoiceFilter(queryset=Section.objects.order_by("path"))
    urgency = django_filters.MultipleChoiceFilter(
        choices=WireItem.Urgency.choices, widget=forms.CheckboxSelectMultiple
    )
    is_key = django_filters.BooleanFilter(label="Key development")

    class Meta:
        model = WireItem
        fields = ("state", "day", "section", "urgency", "is_key")

    def on_day(self, items: Any, name: str, day: Any) -> Any:
        """Items of one day of the newsroom."""
        return items.on(day)


class _Time(BaseColumn):
    """Day and time of day, by the newsroom's clock."""

    cell_template_name = "wire/desk/cells/time.html"


class _Headline(TitleColumn):
    """The headline, and what may be done with the item at once."""

    cell_template_name = "wire/desk/cells/headline.html"

    def get_cell_context_data(self, instance: WireItem, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        [filed] = with_rights([instance], request.user, may_undo=False)
        context = super().get_cell_context_data(instance, parent_context)
        return context | {
            "filed": filed,
            "csrf_token": get_token(request),
            "next": reverse("wire_desk:index"),
        }


class Listing(IndexView):
    """Every item that this member of staff may see."""

    any_permission_required = RIGHTS
    page_title = "News Feed"
    default_ordering = "-posted_at"
    is_searchable = True
    search_fields = ("headline",)
    search_backend_name = None
    filterset_class = Filters
    paginate_by = 50

    def get_base_queryset(self) -> QuerySet[WireItem]:
        items: Any = WireItem.objects.select_related("section", "filed_by")
        user: Any = self.request.user
        return items if may_direct(user) else items.filter(~Q(state="draft") | Q(filed_by=user.pk))

    def order_queryset(self, queryset: QuerySet[WireItem]) -> QuerySet[WireItem]:
        """By time; a draft has none, and stands where it was written."""
        if self.ordering == "posted_at":
            return queryset.order_by(Coalesce("posted_at", "filed_at"), "pk")
        return queryset.order_by(Coalesce("posted_at", "filed_at").desc(), "-pk")

    def get_edit_url(self, instance: WireItem) -> str:
        """Where the headline leads: to the form, or to the history where there is nothing to change."""
        user: Any = self.request.user
        verb = "history" if instance.is_retracted or not may_change(user, instance) else "edit"
        return reverse(f"wire_desk:{verb}", args=[instance.pk])

    @property
    def columns(self) -> list[BaseColumn]:
        return [
            _Headline("headline", accessor=str, label="Headline", get_url=self.get_edit_url),
            _Time("posted_at", label="Time", sort_key="posted_at"),
            Column("get_state_display", label="State", classname=_WIDE),
            Column("section", label="Section", accessor=lambda item: item.section or "", classname=_WIDE),
            Column("get_urgency_display", label="Urgency", classname=_WIDE),
            Column(
                "is_key", label="Key", accessor=lambda item: "Key" if item.is_key else "", classname=_WIDE
            ),
            Column("filed_by_name", label="Who", classname=_WIDE),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] += STYLE
        return context


class NewsFeedViewSet(ListingViewSet):
    """The listing, and behind it our own pages: nothing saves an item past the log, or deletes what was posted."""

    model = WireItem
    name = "wire"
    url_namespace = "wire_desk"
    icon = "time"
    menu_label = "News Feed"
    menu_order = 90
    index_view_class = Listing
    own_urlpatterns = urlpatterns
    rights = RIGHTS
