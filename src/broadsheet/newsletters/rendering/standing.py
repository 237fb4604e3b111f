"""What was sent, as far as readers may still read it: the archive shows nothing that the paper took back."""

from __future__ import annotations

from typing import Any

from broadsheet.edge.recording import note
from broadsheet.edge.tags import heading
from broadsheet.news.models import Story
from broadsheet.wire.models import WireItem


def still_standing(filled: dict[str, Any]) -> dict[str, Any]:
    """`Edition.filled` without the stories that were taken down since, and the developments that were retracted.

    The rest stays as it was sent, the words too.
    """
    wanted = {card["story"] for held in filled.values() for card in held.get("stories", ())}
    told = {line["item"] for held in filled.values() for line in held.get("developments", ())}
    note(*(heading(pk) for pk in wanted))
    stories = set(Story.objects.published().filter(pk__in=wanted).values_list("pk", flat=True))
    # Loaded as items, so that a page which shows them notes each one.
    items = {item.pk for item in WireItem.objects.filter(pk__in=told).only("state") if item.is_standing}
    return {key: _standing(held, stories, items) for key, held in filled.items()}


def _standing(held: dict[str, Any], stories: set[int], items: set[int]) -> dict[str, Any]:
    standing = dict(held)
    if "stories" in held:
        standing["stories"] = [card for card in held["stories"] if card["story"] in stories]
    if "developments" in held:
        standing["developments"] = [line for line in held["developments"] if line["item"] in items]
    return standing
