"""WordPress's short addresses (`/?p=12`, `/?page_id=7`), which would otherwise show the front page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from broadsheet.imports.models import ImportedObject

NUMBERS = ("p", "page_id")
LONGEST_NUMBER = 18


class ShortAddressMiddleware:
    """Leads the short address of an imported post or page to where it stands now.

    Other requests cost nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/" and request.GET and (address := _new_address(request)):
            return HttpResponsePermanentRedirect(address)
        return self._get_response(request)


def _new_address(request: HttpRequest) -> str:
    for name in NUMBERS:
        number = request.GET.get(name, "")
        if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER:
            return _address_of(str(int(number)), request)
    return ""


def _address_of(number: str, request: HttpRequest) -> str:
    kinds = (ImportedObject.Kind.STORY, ImportedObject.Kind.PAGE)
    record = ImportedObject.objects.filter(kind__in=kinds, foreign_id=number).order_by("pk").first()
    page = record.object if record else None
    return str(page.get_url(request) or "") if page and page.live else ""
