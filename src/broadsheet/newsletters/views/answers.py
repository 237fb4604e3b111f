"""What a reader is told who has sent a form: by a page, or where a script has sent it, by JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest, HttpResponse, JsonResponse

from broadsheet.newsletters.door.guard import Refusal
from broadsheet.newsletters.views.framing import framed

JSON = "application/json"
TOLD = ("status", "title", "words", "field", "suggestion")


@dataclass(frozen=True, slots=True)
class Answer:
    """`field` is the one to look at again, if one is; `suggestion` an address that may have been meant.

    `held` is what the form held, for a page that shows it again.
    """

    status: int
    title: str
    words: str
    field: str = ""
    suggestion: str = ""
    held: Mapping[str, object] | None = None

    @classmethod
    def of(cls, refusal: Refusal) -> Self:
        """As it is told."""
        return cls(refusal.status, "This could not be taken", refusal.words)


def answer_with(request: HttpRequest, answer: Answer, *, action: str) -> HttpResponse:
    """The answer as it was asked for. No question is asked of the database: it may be away."""
    if JSON in request.headers.get("Accept", ""):
        told = {name: getattr(answer, name) for name in TOLD}
        response: HttpResponse = JsonResponse(told, status=answer.status)
    else:
        context = {"answer": answer, "action": action} | dict(answer.held or {})
        response = framed(request, "newsletters/answer.html", context, status=answer.status, bare=True)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Vary"] = "Accept"
    return response
