"""Has Django answer as it answers everybody: a request of our own, made from the address and nothing else.

Nothing that a reader sends reaches the page that others will be served: no header, no cookie, no body, no
other spelling of the address. That is what keeps the store from being poisoned.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from broadsheet.edge.addresses import Address
from broadsheet.edge.recording import Record, recording
from broadsheet.edge.store.sheet import Headers

logger = logging.getLogger(__name__)

UNKEPT = ("private", "no-store", "no-cache")
PASSED_ON = frozenset({301, 302, 307, 308, 404, 410})  # the same for everybody, but not kept


@dataclass(frozen=True, slots=True)
class Printed:
    """What Django answered, and what it showed in it."""

    status: int
    headers: Headers
    body: bytes
    record: Record

    def header(self, name: str) -> str:
        """The value of a header, in lower case; empty without it."""
        return next((value.lower() for key, value in self.headers if key.lower() == name), "")

    @property
    def is_everybodys(self) -> bool:
        """Whether every reader may be given this very answer."""
        varies = {part.strip() for part in self.header("vary").split(",")} - {"", "accept-encoding"}
        kept_back = any(word in self.header("cache-control") for word in UNKEPT)
        return not (varies or kept_back or self.header("set-cookie"))

    @property
    def is_page(self) -> bool:
        """Whether it is worth keeping."""
        return self.status == 200 and self.is_everybodys

    @property
    def failed(self) -> bool:
        return self.status >= 500


def render(address: Address) -> Printed:
    """The page at `address` as it is now. Never raises what a view raises: that is an answer with status 500."""
    head: dict[str, Any] = {}

    def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:
        head.update(status=int(status.split(" ", 1)[0]), headers=tuple(headers))
        return lambda chunk: None  # Django writes nothing this way

    with recording() as record:
        try:
            body = _whole(_django()(_environ(address), start_response))
        except Exception:  # it broke off while it came: too late for Django to make a page of it
            logger.exception("%s breaks off", address, extra={"event": "page_broke_off"})
            return Printed(500, (), b"", record)
    return Printed(head["status"], head["headers"], body, record)


def _whole(answer: Any) -> bytes:
    try:
        return b"".join(answer)
    finally:
        answer.close()  # Django ends the request here, and its connection to the database


@lru_cache(maxsize=1)
def _django() -> WSGIHandler:
    return WSGIHandler()


def _environ(address: Address) -> dict[str, Any]:
    public = urlsplit(settings.PUBLIC_URL)
    port = f":{public.port}" if public.port and address.host == public.hostname else ""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address.path.encode().decode("latin-1"),  # as WSGI has it (PEP 3333)
        "QUERY_STRING": address.query,
        "SERVER_NAME": address.host,
        "SERVER_PORT": str(public.port or (443 if public.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": f"{address.host}{port}",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": public.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
