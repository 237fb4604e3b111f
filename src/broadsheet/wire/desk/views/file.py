"""What the box sends."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from broadsheet.wire.desk.answers import done, is_by_script, refused
from broadsheet.wire.desk.errors import show_errors
from broadsheet.wire.desk.filing import file_from
from broadsheet.wire.desk.filing_form import FilingForm, box_afresh, box_with, empty_box
from broadsheet.wire.desk.panels import QuickPostPanel, parts
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_direct, may_file

MAY_NOT_FILE = "You may not file to the News Feed. A publisher can give you that right."


@require_POST
def file(request: HttpRequest) -> HttpResponse:
    """Post what stands in the box, keep it as a draft, or only show it again (`do`: post, draft, show)."""
    if not may_file(request.user):
        return refused(request, MAY_NOT_FILE)
    act = request.POST.get("do", "post")
    if act == "show":
        return done(request, "", form=box_with(request.POST))
    form = FilingForm(request.POST)
    if not form.is_valid():
        return _complain(request, form)
    try:
        item, again = file_from(form, by=request.user, as_draft=act == "draft")  # type: ignore[arg-type]
    except ValidationError as complaint:
        if getattr(complaint, "code", "") == "filed_before":
            form = box_afresh(request.POST)
        show_errors(form, complaint)
        return _complain(request, form)
    return done(request, _said(item, again), form=empty_box())


@require_safe
def filed(request: HttpRequest) -> HttpResponse:
    """What was filed last, for a screen that was left open."""
    if not (may_file(request.user) or may_direct(request.user)):
        return refused(request, MAY_NOT_FILE)
    return render(request, "wire/desk/parts.html", parts(request, None))


def _said(item: WireItem, again: bool) -> str:
    if not item.is_visible:
        return "Kept as a draft."
    if again:
        return "It was posted already; it is there once."
    return "Posted as breaking: the banner is up." if item.is_breaking() else "Posted."


def _complain(request: HttpRequest, form: FilingForm) -> HttpResponse:
    if is_by_script(request):
        return render(request, "wire/desk/parts.html", parts(request, form), status=422)
    panel = QuickPostPanel(form)
    return render(request, "wire/desk/file.html", {"panel": panel, "media": panel.media}, status=422)
