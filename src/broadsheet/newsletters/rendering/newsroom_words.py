"""Days and times as the paper has them, and not as whoever presses the button at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format


@contextmanager
def newsroom_words() -> Iterator[None]:
    """Within, months have the paper's language and times its clock."""
    with (
        translation.override(settings.LANGUAGE_CODE),
        timezone.override(timezone.get_default_timezone()),
    ):
        yield


def date_in_words(moment: datetime) -> str:
    """“Sunday, 29 November 2026”."""
    return date_format(timezone.localtime(moment), "l, j F Y")


def time_in_words(moment: datetime) -> str:
    """“07:05”."""
    return date_format(timezone.localtime(moment), "H:i")
