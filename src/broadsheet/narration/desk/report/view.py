"""“Narrations” among the reports."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]  # it comes without types
from django import forms
from django.db.models import QuerySet
from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from broadsheet.kit.cells import guarded
from broadsheet.narration.desk.report import row
from broadsheet.narration.desk.report.totals import totals_of
from broadsheet.narration.models import Narration, Production

STYLE = Media(css={"all": ["narration/desk/report.css"]})
_WIDE = "narrations__wide"  # a column that a phone has no room for


class Filters(WagtailFilterSet):
    """How it stands, and who is heard."""

    state = django_filters.MultipleChoiceFilter(
        choices=Narration.State.choices, widget=forms.CheckboxSelectMultiple
    )
    voice = django_filters.ChoiceFilter(
        field_name="production__origin",
        label="Voice",
        choices=Production.Origin.choices,
        empty_label="Every voice",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Narration
        fields = ("state", "voice")


class _State(Column):
    """How it stands, and why where there is a reason."""

    cell_template_name = "narration/desk/report/state.html"


class Report(ReportView):
    """Every narration, the last that changed first."""

    model = Narration
    permission_required = "view"
    page_title = "Narrations"
    header_icon = "media"
    results_template_name = "narration/desk/report/results.html"
    index_url_name = "narrations:report"
    index_results_url_name = "narrations:report_results"
    filterset_class = Filters
    default_ordering = "-changed_at"
    is_searchable = True
    search_fields = ("story__title",)
    search_backend_name = None
    list_export = tuple(row.EXPORT)
    export_headings = {name: heading for name, (heading, _) in row.EXPORT.items()}  # noqa: RUF012  # as Wagtail has it

    def get_base_queryset(self) -> QuerySet[Narration]:
        return Narration.objects.select_related("story", "production__approved_by").defer("story__body")

    @property
    def columns(self) -> list[BaseColumn]:
        return [
            TitleColumn(
                "story",
                label="Story",
                accessor=row.headline,
                sort_key="story__title",
                get_url=lambda narration: reverse("narration_desk:audio", args=[narration.story_id]),
            ),
            _State("state", label="State", accessor=row.state, sort_key="state"),
            Column("voice", label="Voice", accessor=row.voice, classname=_WIDE),
            Column("length", label="Length", accessor=row.length, sort_key="production__milliseconds"),
            Column("sentences", label="Sentences", accessor=row.sentences, classname=_WIDE),
            Column("work", label="Computing", accessor=row.work, classname=_WIDE),
            DateColumn("changed_at", label="When", sort_key="changed_at", classname=_WIDE),
            Column("approved", label="Approved by", accessor=row.approved, classname=_WIDE),
        ]

    def get_filename(self) -> str:
        return f"narrations-{timezone.localdate():%Y-%m-%d}"

    def to_row_dict(self, item: Narration) -> dict[str, row.Cell]:
        """A line of the file, in which no words are taken for a formula."""
        cells = {name: ask(item) for name, (_, ask) in row.EXPORT.items()}
        return {name: guarded(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] += STYLE
        return context | {"totals": totals_of(self.object_list)}
