"""What pages are made with: when that changes, all of them are old."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import django
import wagtail
from django.apps import apps
from django.conf import settings

from broadsheet.edge.store.store import Store, page_store
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
SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".xml", ".txt"})


def begin_edition() -> bool:
    """Forget all pages if they were made by other software, or other settings, or before the machine went down.

    Files are not forced onto the disk one by one, so a power cut may leave some of them half. The last copies
    stay for the lifeboat, which looks whether they are whole. Returns whether all were forgotten.
    """
    store = page_store()
    edition = fingerprint()
    if _known(store) == edition:
        return False
    store.forget([EVERYTHING])
    with store.index.writing() as db:
        db.execute("INSERT OR REPLACE INTO fact (name, value) VALUES ('edition', ?)", (edition,))
    return True


def fingerprint() -> str:
    """A name for what pages would be made with now."""
    boot = BOOT.read_text() if BOOT.exists() else ""
    chosen = [f"{name}={getattr(settings, name)}" for name in SETTINGS]
    parts = [django.__version__, wagtail.__version__, boot, *chosen, *_our_files()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _known(store: Store) -> str | None:
    found = store.index.connection().execute("SELECT value FROM fact WHERE name = 'edition'").fetchone()
    return str(found[0]) if found else None


def _our_files() -> Iterator[str]:
    folders = sorted(Path(app.path) for app in apps.get_app_configs() if app.name.startswith("broadsheet."))
    for path in (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES):
        facts = path.stat()
        yield f"{path}:{facts.st_size}:{facts.st_mtime_ns}"
