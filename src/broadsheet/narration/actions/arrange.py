"""Arrange what listeners of a story get: blocks that are kept out, passages in other words."""

from __future__ import annotations

from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.models import Hearing
from broadsheet.news.models import Story


def keep_out(story: Story, *, block: str, kept_out: bool) -> None:
    """Keep a whole block out of the audio, or let it be heard again; it stays so whatever becomes of its words."""
    if kept_out:
        Hearing.objects.update_or_create(story=story, block=block, passage="", defaults={"kept_out": True})
    else:
        Hearing.objects.filter(story=story, block=block, passage="").delete()
    _voice(story)


def say_instead(story: Story, *, block: str, passage: str, words: str) -> None:
    """Have a passage said in other words as long as it is written as it is now; without words as it is written."""
    if words.strip():
        said = {"words": words.strip()}
        Hearing.objects.update_or_create(story=story, block=block, passage=passage, defaults=said)
    else:
        Hearing.objects.filter(story=story, block=block, passage=passage).delete()
    _voice(story)


def _voice(story: Story) -> None:
    if story.live:
        ask_for_audio(story, priority=AT_ONCE)
