"""“Editions” in the desk's menu."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from broadsheet.newsletters.desk.editions.form import PANELS
from broadsheet.newsletters.desk.editions.reading import Read, Shown
from broadsheet.newsletters.desk.editions.testing import Test
from broadsheet.newsletters.desk.editions.views import CopyAsNew, Delete, Edit, Write
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.words import hour_in_words


class Listing(IndexView):
    """Every edition, the newest first."""

    default_ordering = "-created_at"
    list_filter = ("newsletter", "state")
    search_fields = ("subject", "preview_text")
    search_backend_name = None

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("newsletter").defer("body", "filled")

    @property
    def columns(self) -> list[BaseColumn]:
        title = self._get_title_column("subject", TitleColumn)
        return [
            title,
            Column("newsletter", label="Newsletter", sort_key="newsletter__name"),
            Column("state", label="State", accessor="get_state_display", sort_key="state"),
            Column("when", label="When", accessor=_when),
        ]

    def get_edit_url(self, instance: Edition) -> str | None:
        """Where the subject leads: to the form, and to its sending when it has begun."""
        if instance.is_fixed:
            return reverse("newsletters_sending:edition", args=[instance.pk])
        url: str | None = super().get_edit_url(instance)
        return url


def _when(edition: Edition) -> str:
    if edition.send_at:
        return hour_in_words(edition.send_at)
    return hour_in_words(edition.sent_at) if edition.sent_at else ""


class EditionViewSet(SnippetViewSet):
    """Written, copied, previewed, tested; sending has pages of its own."""

    model = Edition
    icon = "mail"
    menu_label = "Editions"
    admin_url_namespace = "newsletters_editions"
    base_url_path = "newsletters/editions"
    edit_handler = PANELS
    index_view_class = Listing
    add_view_class = Write
    edit_view_class = Edit
    copy_view_class = CopyAsNew
    delete_view_class = Delete
    list_per_page = 50

    def get_urlpatterns(self) -> list[URLPattern]:
        own = [
            path("read/<int:pk>/", Read.as_view(), name="read"),
            path("shown/<int:pk>/", Shown.as_view(), name="shown"),
            path("test/<int:pk>/", Test.as_view(), name="test"),
        ]
        return [*super().get_urlpatterns(), *own]
