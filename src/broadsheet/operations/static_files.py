"""Keeps the collected static files in step with the software, so that starting needs no extra command."""

from __future__ import annotations

import hashlib
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.core.management import call_command

import broadsheet
from broadsheet.edge.edition import our_files

STAMP = ".collected"


def static_files_are_current() -> bool:
    """Whether what is in STATIC_ROOT was collected from this very software."""
    stamp = _stamp()
    return settings.DEBUG or (stamp.is_file() and stamp.read_text() == fingerprint())


def collect_static_files() -> None:
    """Collect, hash and compress; the stamp comes last, so that an interrupted run is made up for."""
    _stamp().unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    _stamp().write_text(fingerprint())


def fingerprint() -> str:
    """A name for the static files that would be collected now; changes with any version or file of ours."""
    parts = [broadsheet.__version__, wagtail.__version__, django.__version__, *our_files("static")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / STAMP
