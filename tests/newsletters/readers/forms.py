"""A reader who fills in forms, and reads the letters that come of it."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from typing import Any

from django.test import Client

from broadsheet.delivery.models import Delivery
from broadsheet.edge.spool import take_in

SIGN_UP, ASK = "/newsletters/sign-up/", "/newsletters/preferences/"
CLEO = "cleo@reader.example"
OURS = {"sec-fetch-site": "same-origin"}


def send(
    address: str = CLEO, *slugs: str, to: str = SIGN_UP, headers: Any = OURS, json: bool = True, **fields: Any
) -> Any:
    """Send the form as its script does, or without one; `slugs` are of the newsletters that were ticked."""
    told = {"Accept": "application/json"} if json else {}
    held = {"address": address, "newsletters": slugs or ("the-morning-tide",), "page": "/harbour/"}
    waited = {"waited": "4000"} if json else {}
    return Client().post(to, held | waited | fields, headers={**headers, **told})


def letters(address: str = CLEO) -> list[EmailMessage]:
    """What was posted to the address, the oldest first."""
    rows = Delivery.objects.filter(address=address).select_related("dispatch").order_by("pk")
    return [email.message_from_bytes(bytes(row.dispatch.message), policy=default) for row in rows]


def newest_letter(address: str = CLEO) -> str:
    """The words of the newest letter, after all that waits was done."""
    take_in()
    body = letters(address)[-1].get_body(("plain",))
    return str(body.get_content())


def link_in(words: str, kind: str) -> str:
    """The path of the link to `confirm`, `leave` or `preferences` in a letter."""
    found = re.search(rf"https?://[^/\s]+(/newsletters/{kind}/[^\s<>]+)", words)
    assert found, words
    return found[1]


def signed_up(address: str = CLEO, *slugs: str) -> str:
    """Sign up; the path of the link to confirm."""
    assert send(address, *slugs).status_code == 200
    return link_in(newest_letter(address), "confirm")
