"""How the front page is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from broadsheet.edge.recording import note_list
from broadsheet.news.freshness import STORIES
from broadsheet.news.models.section import Section
from broadsheet.news.models.story import Story
from broadsheet.news.querysets import StoryQuerySet

SPARE = 2  # more stories than places, for a story that moves up when the lead was unpublished


@dataclass(frozen=True, slots=True)
class Choice:
    """What editors chose, by id, before any story is loaded."""

    lead: int | None
    seconds: list[int]
    picks: list[int]
    strips: list[tuple[Section, int]]


@dataclass(frozen=True, slots=True)
class Strip:
    """A section and its newest stories."""

    section: Section
    stories: list[Story]


def compose(choice: Choice) -> dict[str, Any]:
    """The front page's stories by place, all of them asked for in one query.

    An empty lead, or one that readers may not see, gives way to the first second, then to the newest story.
    No story of the upper page is repeated in a strip.
    """
    stories = {story.pk: story for story in _candidates(choice)}
    order = [choice.lead, *choice.seconds, *(story.pk for story in _newest(stories.values()))]
    lead = next((stories[pk] for pk in order if pk in stories), None)
    seconds = [stories[pk] for pk in dict.fromkeys(choice.seconds) if pk in stories and stories[pk] != lead]
    above = {story.pk for story in seconds} | ({lead.pk} if lead else set())
    return {
        "lead": lead,
        "seconds": seconds,
        "picks": [stories[pk] for pk in dict.fromkeys(choice.picks) if pk in stories],
        "strips": list(_strips(choice, stories.values(), above)),
    }


def _candidates(choice: Choice) -> StoryQuerySet:
    """Every story that can come to stand on the page.

    Privacy is asked once, of what was found: that, too, is what the spare stories are for.
    """
    above = {choice.lead, *choice.seconds} - {None}
    wanted = above | set(choice.picks) | set(_fillers(choice, above=above))
    return Story.objects.filter(pk__in=wanted).order_by().published().for_cards()


def _fillers(choice: Choice, *, above: set[Any]) -> StoryQuerySet:
    """Ids of the newest stories of the paper and of each strip's section, none of them from the upper page.

    One question in parts, each answered from an index; a single condition with "or" would read every story.
    """
    note_list(STORIES)
    free = Story.objects.live().exclude(pk__in=above)
    strips = [
        _newest_ids(free.filter(section__path__startswith=section.path), size + SPARE)
        for section, size in choice.strips
    ]
    parts = [
        Story.objects.filter(pk__in=ids).order_by().values_list("pk", flat=True)
        for ids in (_newest_ids(free, 1 + SPARE), *strips)
    ]
    return parts[0].union(*parts[1:], all=True)


def _newest_ids(stories: StoryQuerySet, most: int) -> StoryQuerySet:
    return stories.newest().values("pk")[:most]


def _newest(stories: Iterable[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: (story.published_at, story.pk), reverse=True)


def _strips(choice: Choice, stories: Iterable[Story], above: set[int]) -> Iterator[Strip]:
    free = [story for story in _newest(stories) if story.pk not in above]
    for section, size in choice.strips:
        own = [story for story in free if story.section and story.section.path.startswith(section.path)]
        if own:
            yield Strip(section, own[:size])
