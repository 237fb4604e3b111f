"""Have a story voiced from the beginning: another take, or another try."""

from __future__ import annotations

from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.models import Narration, Production, Segment
from broadsheet.narration.script.reading import script_of
from broadsheet.news.models import Story


def voice_again(story: Story) -> None:
    """Nothing that was said before is used again. What listeners have stays until the new audio is whole."""
    words = {line.spoken.words for line in script_of(story)}
    for segment in Segment.objects.filter(words__in=words):
        segment.delete()
    Production.objects.filter(heard_in__story=story, heard_in__recording="").update(fingerprint="")
    ask_for_audio(story, priority=AT_ONCE)


def try_failed_again(narration: Narration) -> None:
    """Another try now, with what was said already."""
    ask_for_audio(narration.story, priority=AT_ONCE)
