"""Who did what with a story's audio: it stands in the story's history."""

from __future__ import annotations

from typing import Any

from wagtail.log_actions import log

from broadsheet.news.models import Story

# What the desk calls each act.
ACTS = {
    "narration.approve": ("Approve audio", "Listened to the audio and approved it"),
    "narration.record": ("Use a recording", "Brought a recording"),
    "narration.drop": ("Take the recording away", "Took the recording away"),
    "narration.silence": ("No audio", "Decided that it is not read aloud"),
    "narration.speak": ("Read aloud", "Decided that it is read aloud"),
    "narration.keep_out": ("Keep out of the audio", "Kept a block out of the audio"),
    "narration.let_in": ("Read a block aloud", "Let a block be read aloud again"),
    "narration.say": ("Other words", "Gave other words to the audio"),
}


def write_history(story: Story, act: str, *, by: Any) -> None:
    """Write the act down."""
    log(story, f"narration.{act}", user=by, title=story.headline[:255])
