"""The box as a browser sends it, and what stands beside its fields."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from broadsheet.wire.models import WireEvent, WireItem
from tests.factories import sign_in

HEADLINE = "Ferry adrift off Cold Head"
BY_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}


def file(who: User | Client, headline: str = HEADLINE, **fields: Any) -> Any:
    """Send the box; `by_script=True` as its own script does."""
    headers = BY_SCRIPT if fields.pop("by_script", False) else {}
    return browser(who).post("/desk/wire/file/", {"headline": headline} | fields, headers=headers)


def act(who: User | Client, item: WireItem, verb: str, *, by_script: bool = False, **fields: Any) -> Any:
    """Press a button of an item, or send its small form."""
    headers = BY_SCRIPT if by_script else {}
    return browser(who).post(f"/desk/wire/{item.pk}/{verb}/", fields, headers=headers)


def browser(who: User | Client) -> Client:
    return who if isinstance(who, Client) else sign_in(who)


def now(item: WireItem) -> WireItem:
    """The item as it is by now."""
    return WireItem.objects.get(pk=item.pk)


def grow_old(item: WireItem) -> None:
    """Let its ten seconds be over."""
    WireEvent.objects.filter(item=item).update(at=timezone.now() - timedelta(seconds=30))


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def beside(response: HttpResponse, field: str) -> str:
    """The complaint beside a field of the box."""
    return "".join(error.get_text(strip=True) for error in soup(response).select(f"#wire-{field}_error"))


def said(response: HttpResponse) -> str:
    """What the box's script shows as done, or the complaint over the box."""
    found = soup(response).select("[data-wire-said], .wire-box__error")
    return " ".join(place.get_text(strip=True) for place in found).strip()
