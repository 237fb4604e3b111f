"""`{% public_address path %}`: where readers find a page, whatever host this request came by."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def public_address(path: str, page: int = 1) -> str:
    """The whole address of `path`; the further pages of a list have addresses of their own."""
    address = path if "://" in path else f"{settings.PUBLIC_URL}{path}"
    return f"{address}?page={page}" if page > 1 else address
