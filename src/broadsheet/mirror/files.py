"""The files that readers may have: styles, scripts, fonts, pictures, documents."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from wagtail.documents import get_document_model

_DOCUMENT = re.compile(r"/documents/(\d{1,9})/([^/]+)")
_MODULE = re.compile(r"^\s*(import|export)\b|\bimport\.meta\b", re.MULTILINE)


class PublicFiles:
    """Finds a file by the path in its address. What was found once is remembered for a while."""

    def __init__(self) -> None:
        self.file = lru_cache(maxsize=50_000)(_find)

    def is_there(self, path: str) -> bool:
        """Whether readers may have it."""
        return self.file(path) is not None

    def is_module(self, path: str) -> bool:
        """Whether the script needs to be a module: it imports others, or is imported."""
        file = self.file(path)
        return bool(file and _MODULE.search(file.read_text(errors="replace")))


def _find(path: str) -> Path | None:
    _, place, rest = path.split("/", 2) if path.count("/") > 1 else ("", "", "")
    if {"", ".", ".."} & set(rest.split("/")):
        return None
    match place:
        case "static":
            return _static(rest)
        case "media" if rest.partition("/")[0] in settings.PUBLIC_MEDIA:
            return _existing(Path(settings.MEDIA_ROOT) / rest)
        case "documents":
            return _document(path)
        case _:
            return None


def _static(name: str) -> Path | None:
    collected = _existing(Path(settings.STATIC_ROOT) / name)
    if collected:
        return collected
    source = finders.find(name)  # in development nothing is collected
    return Path(source) if isinstance(source, str) else None


def _document(path: str) -> Path | None:
    """A document's file, unless a collection above it is for some readers only."""
    asked = _DOCUMENT.fullmatch(path)
    document = get_document_model().objects.filter(pk=int(asked[1])).first() if asked else None
    if asked is None or document is None or document.filename != asked[2]:
        return None
    if document.collection.get_view_restrictions():
        return None
    return _existing(Path(document.file.path))


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None
