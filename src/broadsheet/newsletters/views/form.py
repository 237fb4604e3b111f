"""The sign-up form as it arrives: read, or answered with what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest

from broadsheet.newsletters.addresses.checking import AddressError, read_address
from broadsheet.newsletters.wording import NONE_CHOSEN

MOST = 50  # newsletters in one form
LONGEST_PAGE = 300
_SLUG = re.compile(r"[-\w]{1,80}")
_PATH = re.compile(r"/[^\x00-\x20\x7f]*")

TOO_MANY = f"Choose {MOST} newsletters at most."


@dataclass(frozen=True, slots=True)
class Form:
    """What a reader asks for."""

    address: str
    newsletters: list[str]  # their slugs, which may be nobody's
    page: str  # the path of the page that it stood on


class FormError(ValueError):
    """What is wrong with the form, in one line, and with which of its fields."""

    def __init__(self, words: str, *, field: str, suggestion: str = "") -> None:
        super().__init__(words)
        self.words, self.field, self.suggestion = words, field, suggestion


def read_form(request: HttpRequest, *, chooses: bool) -> Form:
    """What the form says; with `chooses`, of which newsletters. Raises `FormError`."""
    newsletters = slugs_in(request)
    if chooses and not newsletters:
        raise FormError(NONE_CHOSEN, field="newsletters")
    if len(newsletters) > MOST:
        raise FormError(TOO_MANY, field="newsletters")
    typed = request.POST.get("address", "")
    try:
        address = read_address(typed, insists=bool(typed) and request.POST.get("insist") == typed.strip())
    except AddressError as error:
        raise FormError(error.words, field="address", suggestion=error.suggestion) from error
    return Form(address, newsletters, page_of(request))


def slugs_in(request: HttpRequest) -> list[str]:
    """The newsletters that were ticked, each once."""
    ticked = dict.fromkeys(request.POST.getlist("newsletters"))
    return [slug for slug in ticked if _SLUG.fullmatch(slug)]


def page_of(request: HttpRequest) -> str:
    """The path of the page that the form stood on, as the form says, else the browser."""
    told = request.POST.get("page") or urlsplit(request.headers.get("Referer", "")).path
    return told[:LONGEST_PAGE] if _PATH.fullmatch(told) else ""
