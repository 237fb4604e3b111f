"""Whole addresses, as readers reach them. No header of a request has a say in them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.conf import settings


def public(path: str) -> str:
    """The whole address of `path`, which may be one already."""
    return urljoin(f"{settings.PUBLIC_URL}/", path)


def address_of(thing: Any) -> str:
    """Where readers find a page, an author or a topic; nothing for a page outside the paper's tree."""
    if hasattr(thing, "get_url_parts"):
        parts = thing.get_url_parts()
        return public(parts[2]) if parts else ""
    return public(thing.get_absolute_url())
