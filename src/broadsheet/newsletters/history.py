"""Who did what with an edition: for the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from wagtail.log_actions import log

from broadsheet.newsletters.models import Edition

# What the desk calls each act.
ACTS = {
    "newsletters.send": ("Send", "Sent to its readers"),
    "newsletters.schedule": ("Schedule", "Scheduled"),
    "newsletters.unschedule": ("Unschedule", "Taken off the schedule"),
    "newsletters.pause": ("Pause", "Paused the sending"),
    "newsletters.resume": ("Resume", "Resumed the sending"),
    "newsletters.stop": ("Stop", "Stopped the sending"),
    "newsletters.archive": ("Archive", "Put into the archive"),
    "newsletters.unarchive": ("Take out of the archive", "Taken out of the archive"),
}


def write_history(edition: Edition, act: str, *, by: User | None, **more: Any) -> None:
    """Write the act down."""
    log(edition, act, user=by, data=more or None, title=str(edition)[:255])
