"""What apps above tell of a story to those who read this paper by machine: they register it when they are ready.

Nothing here asks the database; what registers does, in one question whatever the number of stories.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from broadsheet.news.models import Story
from broadsheet.syndication.feeds.media import Recording

DataOf = Callable[[Story], dict[str, Any]]
RecordingsOf = Callable[[Sequence[Story]], Mapping[int, Recording]]

_data: list[DataOf] = []
_recordings: list[RecordingsOf] = []


def adds_data(function: DataOf) -> DataOf:
    """Registers what a story's `NewsArticle` says besides."""
    _data.append(function)
    return function


def adds_recordings(function: RecordingsOf) -> RecordingsOf:
    """Registers what can be listened to of stories, by their ids, for their items in feeds."""
    _recordings.append(function)
    return function


def data_added(story: Story) -> dict[str, Any]:
    """Everything that apps above say of the story."""
    return {name: value for function in _data for name, value in function(story).items()}


def recordings_of(stories: Sequence[Story]) -> dict[int, Recording]:
    """What can be listened to of the stories."""
    return {pk: found for function in _recordings for pk, found in function(stories).items()}
