"""A reader's request, as far as the edge looks at it."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

from django.conf import settings

from broadsheet.edge.addresses import Address, address_of

Scope = MutableMapping[str, Any]
READING = frozenset({"GET", "HEAD"})
LONGEST_REMEMBERED = 300  # bytes of host and path


class Asking:
    """What is asked, by whom, and what they can take. Reading the headers once is most of what a hit costs."""

    __slots__ = ("accepts", "address", "cookie", "has", "has_since", "host", "is_head", "is_reading", "proto")

    def __init__(self, scope: Scope) -> None:
        self.host = self.accepts = self.cookie = self.has = self.has_since = self.proto = None
        hosts = 0
        for name, value in scope["headers"]:
            if name == b"host":
                self.host = value
                hosts += 1
            elif name == b"accept-encoding":
                self.accepts = value if self.accepts is None else self.accepts + b"," + value
            elif name == b"cookie":
                self.cookie = value if self.cookie is None else self.cookie + b"; " + value
            elif name == b"if-none-match":
                self.has = value if self.has is None else self.has + b"," + value
            elif name == b"if-modified-since":
                self.has_since = value
            elif name == b"x-forwarded-proto":
                self.proto = value if self.proto is None else self.proto + b"," + value
        method = scope["method"]
        self.is_head = method == "HEAD"
        self.is_reading = method in READING
        # Two hosts are an attack: Django refuses them in words.
        self.address = (
            _address(self.host or b"", scope["path"], scope.get("raw_path") or b"", scope["query_string"])
            if hosts == 1 and self.is_reading
            else None
        )

    @property
    def has_session(self) -> bool:
        """Whether the browser brings a session: somebody of the staff, or an invited reader."""
        return self.cookie is not None and bool(_session_mark().search(self.cookie.decode("latin-1")))

    def is_secure(self, scheme: str) -> bool:
        """Whether it came by HTTPS, in the same way as Django sees it."""
        header = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
        if header is not None and self.proto is not None:
            # Of several servers in front the first says how the reader came.
            return self.proto.decode("latin-1").partition(",")[0].strip() == header[1]
        return scheme == "https"


@lru_cache(maxsize=1)
def _session_mark() -> re.Pattern[str]:
    """What stands in a Cookie header before a session's key, with all the blanks that Django overlooks."""
    return re.compile(rf"(?:^|;)\s*{re.escape(settings.SESSION_COOKIE_NAME)}\s*=")


def _address(host: bytes, path: str, raw_path: bytes, query: bytes) -> Address | None:
    # What anybody can make up without end is not remembered: it would push out, or outweigh, all the pages.
    look_up = _looked_up if query or len(host) + len(raw_path) > LONGEST_REMEMBERED else _remembered
    return look_up(host, path, raw_path, query)


def _looked_up(host: bytes, path: str, raw_path: bytes, query: bytes) -> Address | None:
    try:
        return address_of(host.decode("ascii"), path, raw_path.decode("ascii"), query.decode("ascii"))
    except UnicodeDecodeError:
        return None


_remembered = lru_cache(maxsize=32_768)(_looked_up)
