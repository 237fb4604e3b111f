"""What every template knows of the paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from broadsheet.pages.models import Newsroom


def newsroom(request: HttpRequest) -> dict[str, Any]:
    """The paper's settings, asked for only where a template shows them."""
    return {"newsroom": SimpleLazyObject(lambda: Newsroom.for_request(request))}
