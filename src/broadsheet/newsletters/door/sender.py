"""From whose page a form was sent.

No token can say so: the form stands on stored pages. The browser does, by headers that no script of another site can
change (Fetch Metadata; Fetch, 3.2, “Origin”).
"""

from __future__ import annotations

from enum import Enum
from urllib.parse import urlsplit

from django.http import HttpRequest

from broadsheet.edge.addresses import known_host


class Sender(Enum):
    """Whose page it was."""

    OURS = "ours"
    FOREIGN = "foreign"
    UNTOLD = "untold"  # an old browser, or no browser


def sender_of(request: HttpRequest) -> Sender:
    """Whose page the request comes from."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site in ("same-origin", "none"):  # none: the reader's own doing, such as a reload
        return Sender.OURS
    for name in ("Origin", "Referer"):
        if told := request.headers.get(name):
            return Sender.OURS if _is_ours(told) else Sender.FOREIGN
    return Sender.FOREIGN if site else Sender.UNTOLD


def _is_ours(address: str) -> bool:
    """Whether it lies at a host that the paper answers to; “null” does not."""
    try:
        return known_host(urlsplit(address).netloc) is not None
    except ValueError:
        return False
