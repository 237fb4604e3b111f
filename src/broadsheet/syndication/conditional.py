"""Answers that need not be sent twice."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag

FRESH_SECONDS = 120


def answer(
    request: HttpRequest,
    content: str,
    *,
    content_type: str,
    changed_at: datetime | None = None,
    fresh_for: int = FRESH_SECONDS,
) -> HttpResponseBase:
    """`content` with its ETag, or 304 for who has it already (RFC 9110, section 13)."""
    body = content.encode()
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    modified = int(changed_at.timestamp()) if changed_at else None
    response = HttpResponse(body, content_type=f"{content_type}; charset=utf-8", headers={"ETag": etag})
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    patch_cache_control(response, public=True, max_age=fresh_for)
    return get_conditional_response(request, etag, modified, response) or response
