"""One import: its columns are confirmed, it goes on, it is done."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.kit.cells import guarded
from broadsheet.newsletters.actions.begin_intake import queue_intake
from broadsheet.newsletters.actions.resume_intake import is_left_alone, resume_intake
from broadsheet.newsletters.actions.stop_intake import stop_intake
from broadsheet.newsletters.desk.refusing import refused
from broadsheet.newsletters.desk.subscribers.intakes import (
    after,
    before,
    columns_chosen,
    columns_form,
    standing,
)
from broadsheet.newsletters.desk.subscribers.page import STYLE, ReadersPage
from broadsheet.newsletters.desk.subscribers.rights import NOT_YOURS, may_import
from broadsheet.newsletters.importing.columns import columns_from
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.table import open_table
from broadsheet.newsletters.importing.uploads import uploads
from broadsheet.newsletters.models import Intake

REFRESH = 5  # seconds between two looks where no script runs
_SCRIPT = Script("newsletters/desk/intake.js", defer=True)


class OfIntake(ReadersPage):
    """A page about the import that its address names."""

    may = staticmethod(may_import)
    page_title = "Import"
    header_icon = "upload"

    @cached_property
    def intake(self) -> Intake:
        return get_object_or_404(Intake.objects.select_related("newsletter", "by"), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.intake.file_name

    def back(self) -> HttpResponse:
        """To its own page."""
        return redirect("subscribers_desk:intake", self.intake.pk)


class IntakePage(OfIntake):
    """What can be seen of it now."""

    media = STYLE + Media(js=[_SCRIPT])  # type: ignore[list-item]  # the stubs know addresses alone

    def get_template_names(self) -> list[str]:
        name = "before" if self._is_before else "under_way" if self.intake.is_under_way else "after"
        return [f"newsletters/desk/subscribers/intake/{name}.html"]

    @property
    def _is_before(self) -> bool:
        return self.intake.state == Intake.State.CHOSEN

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.shown()

    def shown(self, **more: Any) -> HttpResponse:
        """The page; back to the choice of a file where this one is of no use after all."""
        try:
            return self.render_to_response(self.get_context_data(**more))
        except (FileRefusedError, FileNotFoundError) as error:
            said = str(error) if isinstance(error, FileRefusedError) else "The upload is no longer there."
            messages.error(self.request, said)
            stop_intake(self.intake)
            return redirect("subscribers_desk:import")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None)
        context = super().get_context_data(**kwargs) | {"intake": self.intake, "refresh": REFRESH}
        if self._is_before:
            return context | before(self.intake, form)
        return context | (
            {"standing": standing(self.intake), "may_resume": is_left_alone(self.intake)}
            if self.intake.is_under_way
            else after(self.intake)
        )


class Start(IntakePage):
    """The columns are as they were chosen: look once more, or begin; or go on with what was left alone."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self._is_before:
            resume_intake(self.intake)
            return self.back()
        with Path(uploads().path(self.intake.kept_as)).open("rb") as file:
            form = columns_form(self.intake, open_table(file), request.POST)
        if not form.is_valid() or "look" in request.POST:
            return self.shown(form=form)
        try:
            queue_intake(self.intake, columns=columns_chosen(columns_from(self.intake.columns), form))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        return self.back()


class Stop(OfIntake):
    """Enough."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        stop_intake(self.intake)
        if self.intake.pk is None:
            messages.success(request, "The file is thrown away. Nothing was changed.")
            return redirect("subscribers_desk:import")
        return self.back()


@require_safe
@never_cache
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, for the bar's script."""
    if not may_import(request.user):
        return JsonResponse({"error": NOT_YOURS}, status=403)
    return JsonResponse(standing(get_object_or_404(Intake, pk=pk)))


@require_safe
@never_cache
def refused_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that could not be read, as a file."""
    if not may_import(request.user):
        return refused(request, NOT_YOURS)
    intake = get_object_or_404(Intake, pk=pk)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["line", "address", "reason"])
    for row in intake.refused_rows.all():
        writer.writerow([row.line, guarded(row.said), guarded(row.reason)])
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="refused-rows-{intake.pk}.csv"'
    return answer
