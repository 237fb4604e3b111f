"""The demo paper's stories, to be read aloud."""

from __future__ import annotations

from broadsheet.demo.seeding.made import Made
from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.voices.opening import languages
from broadsheet.news.models import FrontPage, Story

FIRST = AT_ONCE + 10


def ask_for_voices(made: Made, page: FrontPage) -> None:
    """Have the lead voiced first, then the front page's other stories, then the rest, however old."""
    if not languages():
        return
    seconds = {second.story_id for second in page.seconds.all()}
    live = Story.objects.filter(pk__in=[story.pk for story in made.stories.values()]).live()
    for story in live:
        ask_for_audio(story, priority=_priority(story.pk, lead=page.lead_id, seconds=seconds))


def _priority(story_id: int, *, lead: int | None, seconds: set[int]) -> int:
    if story_id == lead:
        return FIRST
    return AT_ONCE + 1 if story_id in seconds else AT_ONCE
