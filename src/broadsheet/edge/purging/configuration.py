"""From `BROADSHEET_CDN` to purgers."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.conf import settings
from django.utils.module_loading import import_string

from broadsheet.edge.purging.by_address import ByAddress
from broadsheet.edge.purging.cloudflare import API as CLOUDFLARE
from broadsheet.edge.purging.cloudflare import Cloudflare
from broadsheet.edge.purging.fastly import API as FASTLY
from broadsheet.edge.purging.fastly import Fastly
from broadsheet.edge.purging.memory import THE_MEMORY
from broadsheet.edge.purging.purger import PurgeError, Purger
from broadsheet.edge.purging.varnish import Varnish

logger = logging.getLogger(__name__)
BACKENDS = "wagtail.contrib.frontend_cache.backends"


class NotUnderstood:
    """Stands for an address that leads to no purger, so that pages tell no CDN to keep them."""

    def __init__(self, words: str) -> None:
        self.name = "BROADSHEET_CDN"
        self._words = words

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        raise PurgeError(self._words, retry_helps=False)

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        return {}


def purgers() -> list[Purger]:
    """One for each address that the operator named."""
    return [_purger(address) for address in settings.CDN]


@lru_cache
def _purger(address: str) -> Purger:
    parts = urlsplit(address)
    try:
        return _made(parts)
    except Exception as error:  # Wagtail's backends import and ask for what they like
        words = f"BROADSHEET_CDN: {parts.scheme}:// cannot be used ({type(error).__name__}: {error})"
        logger.error(words, extra={"event": "cdn_not_understood"})
        return NotUnderstood(words)


def _made(parts: SplitResult) -> Purger:
    options = dict(parse_qsl(parts.query))
    if parts.scheme == "memory":
        return THE_MEMORY
    if parts.scheme == "varnish":
        return Varnish(parts.netloc)
    if parts.scheme == "fastly":
        token, service = _token_and_place(parts)
        return Fastly(token=token, service=service, api=options.get("api", FASTLY))
    if parts.scheme == "cloudflare":
        token, zone = _token_and_place(parts)
        by_address, api = options.get("by") == "address", options.get("api", CLOUDFLARE)
        return Cloudflare(token=token, zone=zone, by_address=by_address, api=api)
    return _wagtails(parts, options)


def _token_and_place(parts: SplitResult) -> tuple[str, str]:
    # Not `parts.hostname`, which is in small letters: a service's id is not.
    token, at, place = parts.netloc.rpartition("@")
    if not token or not at or not place:
        raise ValueError("it takes TOKEN@ID")
    return unquote(token), unquote(place)


def _wagtails(parts: SplitResult, options: dict[str, str]) -> Purger:
    if parts.scheme in ("http", "https"):
        made = import_string(f"{BACKENDS}.HTTPBackend")({"LOCATION": f"{parts.scheme}://{parts.netloc}"})
        return ByAddress(made, name=f"{parts.scheme} {parts.netloc.rpartition('@')[2]}")
    path = parts.netloc if "." in parts.netloc else f"{BACKENDS}.{parts.netloc}"
    return ByAddress(import_string(path)(options), name=parts.netloc)
