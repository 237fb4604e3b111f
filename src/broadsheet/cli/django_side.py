"""The step from the command line into Django."""

from __future__ import annotations

import os
from typing import Any


def boot() -> None:
    """Load settings and apps; raises `ImproperlyConfigured`, in one line, when a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    import django

    django.setup()


def call(command: str, *args: Any, **options: Any) -> None:
    """Run one of Django's management commands in this process."""
    from django.core.management import call_command

    call_command(command, *args, **options)
