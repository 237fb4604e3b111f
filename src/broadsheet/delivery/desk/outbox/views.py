"""The outbox, and one message in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from broadsheet.delivery.desk.outbox.box import SEARCHED, Box, folder
from broadsheet.delivery.desk.outbox.links import linked
from broadsheet.delivery.desk.outbox.mail import Mail, read_mail

PERMISSION = "delivery.view_delivery"
AT_ONCE = 50
TITLE = "Outbox"

# Nothing in a letter may run, send or load from elsewhere; what is followed opens as a page of its own.
OF_A_LETTER = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' data: {paper};"
    " style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


@require_safe
@permission_required(PERMISSION)
def index(request: HttpRequest) -> HttpResponse:
    """The newest mail, or what went to an address (`q`)."""
    box, query = _box(), request.GET.get("q", "").strip()[:320]
    names = box.to(query) if query else box.names()
    paginator = Paginator(names, AT_ONCE)
    page = paginator.get_page(request.GET.get("p"))
    context = {
        "page": page,
        "elided_page_range": paginator.get_elided_page_range(page.number),
        "kept": list(box.look_at(list(page.object_list))),
        "query": query,
        "searched": SEARCHED if query and len(box.names()) > SEARCHED else None,
        "breadcrumbs_items": [{"url": "", "label": TITLE}],
    }
    return render(request, "delivery/desk/outbox.html", _framed(TITLE, **context))


@require_safe
@permission_required(PERMISSION)
def letter(request: HttpRequest, name: str) -> HttpResponse:
    """One message: its headers, its text, and its HTML in a frame."""
    mail, at = _read(name)
    title = mail.headers.subject or "No subject"
    context = {
        "mail": mail,
        "at": at,
        "headers": [(given, linked(value)) for given, value in mail.headers.all],
        "text": linked(mail.text),
        "name": name,
        "breadcrumbs_items": [{"url": reverse("outbox:index"), "label": TITLE}, {"url": "", "label": title}],
    }
    return render(request, "delivery/desk/letter.html", _framed(title, **context))


@require_safe
@permission_required(PERMISSION)
def letter_html(request: HttpRequest, name: str) -> HttpResponse:
    """A message's HTML by itself, for the frame."""
    mail, _ = _read(name)
    # Its links may not lead the frame away. A second doctype, where it brings its own, is passed over.
    response = HttpResponse(f'<!doctype html><base target="_blank">{mail.html}')
    response["Content-Security-Policy"] = OF_A_LETTER.format(paper=settings.PUBLIC_URL)
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
@permission_required(PERMISSION)
def letter_file(request: HttpRequest, name: str) -> HttpResponse:
    """The message as a file."""
    if (found := _box().read(name)) is None:
        raise Http404
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(found[0], content_type="message/rfc822", headers={"Content-Disposition": disposition})


def _box() -> Box:
    if (kept_in := folder()) is None:
        raise Http404("Mail leaves the house: there is no outbox.")
    return Box(kept_in)


def _read(name: str) -> tuple[Mail, Any]:
    if (found := _box().read(name)) is None:
        raise Http404("There is no such message in the outbox.")
    data, at = found
    return read_mail(data), at


def _framed(title: str, **context: Any) -> dict[str, Any]:
    return {"header_title": title, "page_title": title, "header_icon": "mail", **context}
