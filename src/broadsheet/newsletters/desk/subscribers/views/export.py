"""Who reads a newsletter, as a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from broadsheet.newsletters.actions.export_subscribers import export_subscribers
from broadsheet.newsletters.desk.subscribers.forms import ExportForm
from broadsheet.newsletters.desk.subscribers.page import ReadersPage
from broadsheet.newsletters.desk.subscribers.rights import may_export


class Export(ReadersPage):
    """Asked for by a button, since it is written down who did."""

    may = staticmethod(may_export)
    page_title = "Export"
    header_icon = "download"
    template_name = "newsletters/desk/subscribers/export.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = ExportForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        newsletter, by = form.cleaned_data["newsletter"], request.user
        answer = streamed(request, export_subscribers(newsletter, by=by))  # type: ignore[arg-type]  # staff
        answer["Content-Disposition"] = f'attachment; filename="{_file_name(newsletter.pk)}"'
        answer["Cache-Control"] = "no-store"
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or ExportForm(
            initial={"newsletter": self.request.GET.get("newsletter")}
        )
        return super().get_context_data(**kwargs) | {"form": form}


def streamed(request: HttpRequest, pieces: Iterator[bytes]) -> StreamingHttpResponse:
    """CSV that leaves piece by piece; Django would first gather them all for a server that does not wait."""
    content = _one_by_one(pieces) if isinstance(request, ASGIRequest) else pieces
    answer = StreamingHttpResponse(content, content_type="text/csv; charset=utf-8")
    # Django compresses each piece as a file of its own, and browsers unpack the first alone.
    answer["Content-Encoding"] = "identity"
    return answer


async def _one_by_one(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    while (piece := await _next(pieces)) is not None:
        yield piece


@sync_to_async
def _next(pieces: Iterator[bytes]) -> bytes | None:
    return next(pieces, None)


def _file_name(newsletter: int) -> str:
    # Slugs may hold letters that a header cannot.
    return f"subscribers-{newsletter}-{timezone.localdate():%Y-%m-%d}.csv"
