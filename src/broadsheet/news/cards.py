"""Which stories the cards in a body point at, whichever app's block a card is.

A card is a block with `targets(cards)`: it takes the stored value of each card and the id of the page it stands on,
and returns the id of the story that each points at, or None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from broadsheet.news.models import Story

RELATED = "related_story"
Targets = dict[int, int | None]  # by the card's place in the body


def targets_of(stories: Iterable[Story]) -> dict[int, Targets]:
    """What every card of each story points at, by the story's id; one question at most for each kind of card."""
    cards: dict[str, list[tuple[Story, int]]] = {}
    found: dict[int, Targets] = {}
    for story in stories:
        found[story.pk] = {}
        for place, block in enumerate(story.body.raw_data):
            if hasattr(story.body.stream_block.child_blocks.get(block["type"]), "targets"):
                cards.setdefault(block["type"], []).append((story, place))
    for name, places in cards.items():
        _point(name, places, found)
    return found


def put_cards(story: Story, targets: Targets, stories: Mapping[int, Story]) -> None:
    """Give each card of the body its story, so that showing it asks for nothing. For showing, not for saving."""
    raw = story.body.raw_data
    for place, pk in targets.items():
        story.body[place] = (RELATED, {"story": stories.get(pk or 0)}, raw[place].get("id"))


def _point(name: str, places: list[tuple[Story, int]], found: dict[int, Targets]) -> None:
    block: Any = places[0][0].body.stream_block.child_blocks[name]
    values = [(story.body.raw_data[place]["value"], story.pk) for story, place in places]
    for (story, place), target in zip(places, block.targets(values), strict=True):
        found[story.pk][place] = target
