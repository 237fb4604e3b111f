"""The story as it was last written, and whether readers have another text."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.narration.script.passages import passages_of
from broadsheet.news.models import Story


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest revision of a story; `readers_differ` where what is read aloud of it is another text."""

    story: Story
    readers_differ: bool


def newest_of(story: Story) -> Newest:
    """The newest revision; the story itself where it has none."""
    if not story.has_unpublished_changes or not story.latest_revision_id:
        return Newest(story, readers_differ=False)
    draft: Story = story.get_latest_revision_as_object()
    return Newest(draft, readers_differ=story.live and list(passages_of(story)) != list(passages_of(draft)))
