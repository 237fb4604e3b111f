"""A file of subscribers is chosen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.keep_upload import keep_upload
from broadsheet.newsletters.desk.subscribers.forms import FileForm
from broadsheet.newsletters.desk.subscribers.page import ReadersPage
from broadsheet.newsletters.desk.subscribers.rights import may_import
from broadsheet.newsletters.importing.encodings import MOST_BYTES
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.models import Intake

SHOWN = 10


class Bring(ReadersPage):
    """The form, and what was brought in lately."""

    may = staticmethod(may_import)
    page_title = "Import"
    header_icon = "upload"
    template_name = "newsletters/desk/subscribers/import.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            given = form.cleaned_data
            try:
                intake = keep_upload(given["file"], newsletter=given["newsletter"], by=request.user)  # type: ignore[arg-type]
                return redirect("subscribers_desk:intake", intake.pk)
            except FileRefusedError as error:
                form.add_error("file", str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or FileForm(
            initial={"newsletter": self.request.GET.get("newsletter")}
        )
        return super().get_context_data(**kwargs) | {
            "form": form,
            "most": MOST_BYTES // 2**20,
            "intakes": Intake.objects.select_related("newsletter", "by")[:SHOWN],
        }
