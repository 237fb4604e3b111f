"""What follows when a picture changes."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from broadsheet.media.models import Picture
from broadsheet.media.tasks import prepare_picture


def prepare_after_commit(sender: type[Picture], instance: Picture, raw: bool = False, **_: Any) -> None:
    """Have a new or re-cropped picture cut by the worker."""
    if not raw:
        transaction.on_commit(partial(prepare_picture.enqueue, instance.pk))


def connect() -> None:
    """Called once, when the app is ready."""
    post_save.connect(prepare_after_commit, sender=Picture, dispatch_uid="prepare_picture")
