"""DKIM (RFC 6376): mail is signed by the domain that it comes from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import dkim  # type: ignore[import-untyped]  # it comes without types
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from broadsheet.kit.addresses import on_the_wire

# The list headers are signed too, or somebody on the way could send a reader's “unsubscribe” elsewhere.
HEADERS = [
    *(b"from", b"to", b"subject", b"date", b"message-id", b"reply-to", b"mime-version", b"content-type"),
    *(b"list-id", b"list-unsubscribe", b"list-unsubscribe-post"),
]


class Signer:
    """Signs for one domain; relaxed in both parts, since servers on the way set lines anew."""

    def __init__(self, *, domain: str, selector: str, key: bytes) -> None:
        self._domain, self._selector, self._key = domain.encode(), selector.encode(), key

    def sign(self, message: bytes) -> bytes:
        """The header that goes before the message."""
        header: bytes = dkim.sign(
            message,
            self._selector,
            self._domain,
            self._key,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=HEADERS,
        )
        return header


def signer_for(sender: str) -> Signer | None:
    """The signer for mail from this address, where a key is configured."""
    if not settings.DKIM_KEY:
        return None
    domain = on_the_wire(sender).rpartition("@")[2]
    return Signer(domain=domain, selector=settings.DKIM_SELECTOR, key=_key(settings.DKIM_KEY))


@lru_cache(maxsize=4)
def _key(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ImproperlyConfigured(f"BROADSHEET_DKIM_KEY: cannot read {path}: {error.strerror}.") from error
