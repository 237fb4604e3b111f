"""Where a file waits until it is brought in: beside the pictures, where every machine of the newsroom reaches it."""

from __future__ import annotations

import logging
import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from broadsheet.newsletters.models import Intake, RefusedRow

logger = logging.getLogger(__name__)

FORGOTTEN_AFTER = timedelta(days=1)  # files of which nobody has confirmed the columns
ROWS_KEPT = timedelta(days=30)  # what stood in rows that were refused


def uploads() -> FileSystemStorage:
    """Files that nobody but this software can read; no address leads to them."""
    return FileSystemStorage(
        location=Path(settings.MEDIA_ROOT) / "intakes",
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def keep(file: File[bytes]) -> str:
    """Keep a copy; returns by what name."""
    return uploads().save(f"{secrets.token_hex(16)}.csv", file)


def discard(intake: Intake) -> None:
    """Delete the copy."""
    if intake.kept_as:
        uploads().delete(intake.kept_as)
        Intake.objects.filter(pk=intake.pk).update(kept_as="")


def tidy_up() -> None:
    """Delete what nobody has gone on with, and rows that were refused a month ago: they hold people's addresses."""
    now = timezone.now()
    for intake in Intake.objects.filter(state=Intake.State.CHOSEN, created_at__lt=now - FORGOTTEN_AFTER):
        discard(intake)
        intake.delete()
    RefusedRow.objects.filter(intake__ended_at__lt=now - ROWS_KEPT).delete()
