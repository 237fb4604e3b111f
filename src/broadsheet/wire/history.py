"""Who did what to an item, with its words as they were: for the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from wagtail.log_actions import log

from broadsheet.wire.models import WireItem

# What the desk calls each act.
ACTS = {
    "wire.draft": ("Draft", "Kept as a draft"),
    "wire.post": ("Post", "Posted"),
    "wire.edit": ("Edit", "Edited"),
    "wire.correct": ("Correct", "Corrected"),
    "wire.retract": ("Retract", "Retracted"),
    "wire.withdraw": ("Undo", "Taken back within ten seconds"),
    "wire.pin": ("Pin", "Pinned"),
    "wire.unpin": ("Unpin", "Unpinned"),
    "wire.break": ("Start breaking", "Put into the banner"),
    "wire.end_breaking": ("End breaking", "Taken out of the banner"),
}


def write_history(item: WireItem, act: str, *, by: User | None, keep_words: bool = True, **more: Any) -> None:
    """Write the act down, and the item as it is now as a revision where its words may have changed."""
    revision = item.save_revision(user=by, log_action=False, clean=False) if keep_words else None
    log(item, act, user=by, revision=revision, data=more or None, title=str(item)[:255])
