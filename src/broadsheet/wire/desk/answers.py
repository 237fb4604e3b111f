"""How the desk answers: a part of the screen to the box's own script, a whole page to anybody else."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from broadsheet.wire.desk.filing_form import FilingForm
from broadsheet.wire.desk.panels import parts


def is_by_script(request: HttpRequest) -> bool:
    """Whether the box's own script asks."""
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"


def done(
    request: HttpRequest, said: str, *, form: FilingForm | None = None, draft: int | None = None
) -> HttpResponse:
    """It was done: say so, and show the box anew if there is `form`, or the words of `draft`."""
    if is_by_script(request):
        return render(request, "wire/desk/parts.html", parts(request, form, said))
    messages.success(request, said)
    home = reverse("wagtailadmin_home")
    return redirect(_next(request) or (f"{home}?draft={draft}" if draft else home))


def not_done(request: HttpRequest, said: str) -> HttpResponse:
    """It could not be done any more, and why."""
    if is_by_script(request):
        return render(request, "wire/desk/parts.html", parts(request, None, said), status=422)
    messages.error(request, said)
    return redirect(_next(request) or reverse("wagtailadmin_home"))


def refused(request: HttpRequest, said: str) -> HttpResponse:
    """Somebody may not do this: 403, in words."""
    if is_by_script(request):
        return HttpResponse(said, status=403, content_type="text/plain; charset=utf-8")
    return render(request, "wire/desk/refused.html", {"said": said}, status=403)


def _next(request: HttpRequest) -> str:
    """The listing, where the act began there."""
    listing = reverse("wire_desk:index")
    return listing if request.POST.get("next") == listing else ""
