"""Series in the desk's menu."""

from __future__ import annotations

from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.wire.models import Series


class SeriesViewSet(SnippetViewSet):
    """Round-ups that come again: what they are called, where they stand, and when they are made."""

    model = Series
    icon = "list-ul"
    menu_label = "Series of round-ups"
    list_display = ("name", "section", "hour", "publishes_itself")
    search_fields = ("name",)
