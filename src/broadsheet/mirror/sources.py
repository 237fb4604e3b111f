"""Where the mirror's matter comes from: pages from the press, files from the disk, a few pages of the mirror's own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from wagtail.models import Site

from broadsheet.edge.addresses import Address
from broadsheet.edge.press.press import PrintError, press
from broadsheet.edge.press.rendering import render
from broadsheet.mirror.headlines import headlines
from broadsheet.mirror.targets import HEADLINES, NOT_FOUND, ROBOTS, SITEMAPS, Target

_MOVED = (301, 302, 307, 308)


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands at a target: words, or a `file` on the disk that holds them. `etag` changes with it."""

    etag: str
    text: str = ""
    moved_to: str = ""
    file: Path | None = field(default=None, compare=False)


class Pages:
    """The pages of the paper, as everybody may read them, for a mirror that will stand at `url` (if known)."""

    def __init__(self, url: str = "") -> None:
        self._url = url

    def page(self, target: Target) -> Matter | None:
        """The page at `target`; None where there is none for everybody. Raises `PrintError` where Django fails."""
        if target.path == HEADLINES.path:
            return self._headlines(target.page)
        if target == ROBOTS:
            return _words(_robots(self._url))
        return _asked(Address(urlsplit(settings.PUBLIC_URL).hostname or "", *target))

    @cached_property
    def not_found(self) -> Matter:
        """What the mirror shows where there is nothing."""
        return self._made("404.html", NOT_FOUND.path, {})

    def moved(self, target: Target, location: str) -> Matter:
        """A page that sends the reader on."""
        return self._made("mirror/moved.html", target.path, {"location": location})

    def _headlines(self, number: int) -> Matter | None:
        page = headlines(number, site=Site.find_for_request(_request(HEADLINES.path)))
        return self._made("mirror/headlines.html", HEADLINES.path, {"stories": page}) if page else None

    def _made(self, template: str, path: str, context: dict[str, Any]) -> Matter:
        return _words(render_to_string(template, context, request=_request(path)))


def _asked(address: Address) -> Matter | None:
    if settings.PAGE_STORE:
        sheet = press().page(address)
        if sheet is None:
            return None
        return _matter(sheet.status, dict(sheet.headers), sheet.bodies["identity"], sheet.etag)
    printed = render(address)
    if printed.failed:
        raise PrintError("software")
    headers = {name.lower(): value for name, value in printed.headers}
    etag = hashlib.sha256(printed.body).hexdigest()[:24]
    return _matter(printed.status, headers, printed.body, etag) if printed.is_everybodys else None


def _robots(url: str) -> str:
    """Everything may be read; sitemaps stand only where whole addresses are known."""
    maps = "".join(f"Sitemap: {url}{target.place}\n" for target in SITEMAPS) if url else ""
    return f"User-agent: *\nDisallow:\n{maps}"


def _matter(status: int, headers: dict[str, str], body: bytes, etag: str) -> Matter | None:
    if status in _MOVED:
        location = headers.get("location", "")
        return Matter(hashlib.sha256(location.encode()).hexdigest()[:24], moved_to=location)
    return Matter(etag, body.decode()) if status == 200 else None


def _words(text: str) -> Matter:
    return Matter(hashlib.sha256(text.encode()).hexdigest()[:24], text)


def _request(path: str) -> HttpRequest:
    """A request as a reader's, for what is made without a view."""
    public = urlsplit(settings.PUBLIC_URL)
    return RequestFactory().get(path, secure=public.scheme == "https", headers={"host": public.netloc})
