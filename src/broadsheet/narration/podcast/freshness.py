"""What the newsroom says of its podcast shows in every feed of it."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save

from broadsheet.edge.changes import changed
from broadsheet.edge.tags import list_tag
from broadsheet.narration.models import Podcast

PODCAST = list_tag(Podcast)


def _told(**_: Any) -> None:
    changed({PODCAST})


def connect() -> None:
    """Called once, when the app is ready."""
    post_save.connect(_told, sender=Podcast, dispatch_uid="podcast_saved")
    post_delete.connect(_told, sender=Podcast, dispatch_uid="podcast_deleted")
