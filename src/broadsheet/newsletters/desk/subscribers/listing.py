"""“Subscribers” in the desk's menu: every reader, found and filtered."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]  # it comes without types
from django import forms
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button, HeaderButton

from broadsheet.newsletters.desk.subscribers import rights
from broadsheet.newsletters.desk.subscribers.page import STYLE
from broadsheet.newsletters.desk.subscribers.searching import search, standing
from broadsheet.newsletters.models import Newsletter, Subscriber, Subscription

_WIDE = "readers-list__wide"  # a column that a phone has no room for


class Filters(WagtailFilterSet):
    """To what they subscribed, and how that stands; both are about the same subscription."""

    newsletter = django_filters.ModelChoiceFilter(queryset=Newsletter.objects.all(), label="Newsletter")
    state = django_filters.MultipleChoiceFilter(
        choices=Subscription.State.choices, widget=forms.CheckboxSelectMultiple, label="State"
    )

    class Meta:
        model = Subscriber
        fields = ("newsletter", "state")

    def filter_queryset(self, queryset: Any) -> Any:
        """One question for both."""
        asked = self.form.cleaned_data
        return standing(queryset, newsletter=asked.get("newsletter"), states=asked.get("state") or ())


class Subscriptions(BaseColumn):
    """What they get, and what they got."""

    cell_template_name = "newsletters/desk/subscribers/cell.html"


class Listing(IndexView):
    """Every reader, the newest first; in the order of their addresses while one is looked for."""

    any_permission_required = ("view",)
    page_title = "Subscribers"
    default_ordering = "-pk"
    is_searchable = True
    search_backend_name = None
    filterset_class = Filters

    def get_base_queryset(self) -> QuerySet[Subscriber]:
        subscriptions = Subscription.objects.select_related("newsletter").order_by("newsletter__position")
        return Subscriber.objects.prefetch_related(Prefetch("subscriptions", queryset=subscriptions))

    def search_queryset(self, queryset: QuerySet[Subscriber]) -> QuerySet[Subscriber]:
        if not self.is_searching:
            return queryset
        found = search(queryset, self.search_query)
        return found if self.is_explicitly_ordered else found.order_by("key")

    def get_edit_url(self, instance: Subscriber) -> str:
        """Where the address leads."""
        return reverse("subscribers_desk:reader", args=[instance.pk])

    @property
    def columns(self) -> list[BaseColumn]:
        return [
            TitleColumn("address", label="Address", sort_key="key", get_url=self.get_edit_url),
            Subscriptions("subscriptions", label="Newsletters"),
            Column("created_at", label="Known since", accessor=_day, sort_key="pk", classname=_WIDE),
        ]

    @property
    def header_buttons(self) -> list[Button]:
        """What can be done beside looking."""
        buttons = (
            ("Add a reader", "add", "plus", rights.may_add),
            ("Import", "import", "upload", rights.may_import),
            ("Export", "export", "download", rights.may_export),
            ("Growth", "growth_of_first", "order-up", rights.may_see_growth),
        )
        return [
            HeaderButton(label, url=reverse(f"subscribers_desk:{name}"), icon_name=icon)
            for label, name, icon, may in buttons
            if may(self.request.user)
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] += STYLE
        return context


def _day(reader: Subscriber) -> str:
    return f"{reader.created_at:%-d %b %Y}"
