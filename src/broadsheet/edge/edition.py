"""What pages are made with: when that changes, all of them are old."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import django
import wagtail
from django.apps import apps
from django.conf import settings

from broadsheet.edge.store.store import page_store
from broadsheet.edge.tags import EVERYTHING

BOOT = Path("/proc/sys/kernel/random/boot_id")
SETTINGS = (
    "PAGE_STORE",
    "PUBLIC_URL",
    "ALLOWED_HOSTS",
    "LANGUAGE_CODE",
    "TIME_ZONE",
    "WORDS_PER_MINUTE",
    "CDN",
    "STATIC_URL",
)


def begin_edition() -> bool:
    """Forget all pages if they were made by other software, or other settings, or before the machine went down.

    Files are not forced onto the disk one by one, so a power cut may leave some of them half. The last copies
    stay for the lifeboat, which looks whether they are whole. Returns whether all were forgotten.
    """
    store = page_store()
    edition = fingerprint()
    if store.index.fact("edition") == edition:
        return False
    store.forget([EVERYTHING])
    store.index.set_fact("edition", edition)
    return True


def fingerprint() -> str:
    """A name for what pages would be made with now."""
    boot = BOOT.read_text() if BOOT.exists() else ""
    chosen = [f"{name}={getattr(settings, name)}" for name in SETTINGS]
    parts = [django.__version__, wagtail.__version__, boot, *chosen, *our_files()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def our_files(folder: str = "") -> Iterator[str]:
    """A line for each file of ours, in `folder` of every app of ours: another one when the file is another."""
    apps_of_ours = (app for app in apps.get_app_configs() if app.name.startswith("broadsheet."))
    for root in sorted(Path(app.path) / folder for app in apps_of_ours):
        for path in sorted(root.rglob("*")):
            if "__pycache__" not in path.parts:
                facts = path.stat()
                yield f"{path}:{facts.st_size}:{facts.st_mtime_ns}"
