"""The stories of a feed, with everything that it shows loaded in a handful of queries."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch

from broadsheet.edge.recording import note
from broadsheet.edge.tags import heading
from broadsheet.media.querysets import load_renditions
from broadsheet.news.cards import put_cards, targets_of
from broadsheet.news.models import Correction, Story
from broadsheet.news.querysets import StoryQuerySet
from broadsheet.pages.links import resolve_links
from broadsheet.pages.pictures import pictures_in

NEWEST = 30


def load(stories: StoryQuerySet) -> list[Story]:
    """The newest of `stories` that everybody may read, with text, pictures, topics and corrections."""
    corrections = Prefetch("corrections", queryset=Correction.objects.order_by("-issued_at"))
    chosen = stories.published().newest().select_related("section", "lead_picture").with_bylines()
    loaded = list(chosen.prefetch_related("topics", corrections)[:NEWEST])
    # Before anything looks into the bodies: each would then load its own.
    _put_cards(loaded)
    _load_rows(loaded)
    leads = [story.lead_picture for story in loaded if story.lead_picture]
    load_renditions({"sharing": leads, "natural": [p for story in loaded for p in pictures_in(story.body)]})
    for story in loaded:
        resolve_links(story.body)
    return loaded


def _put_cards(stories: list[Story]) -> None:
    """Give every card the published story that it points at."""
    targets = targets_of(stories)
    ids = {pk for own in targets.values() for pk in own.values() if pk}
    note(*map(heading, ids))  # also those that nobody may read yet
    cards = (
        {card.pk: card for card in Story.objects.filter(pk__in=ids).published().for_lines()} if ids else {}
    )
    for story in stories:
        put_cards(story, targets[story.pk], cards)


def _load_rows(stories: list[Story]) -> None:
    """Load what blocks show of other tables with one question for all stories."""
    places: dict[str, list[tuple[Story, int]]] = {}
    for story in stories:
        for place, block in enumerate(story.body.raw_data):
            if getattr(story.body.stream_block.child_blocks.get(block["type"]), "loads_rows", False):
                places.setdefault(block["type"], []).append((story, place))
    for name, found in places.items():
        block = found[0][0].body.stream_block.child_blocks[name]
        values = block.bulk_to_python([story.body.raw_data[place]["value"] for story, place in found])
        for (story, place), value in zip(found, values, strict=True):
            story.body[place] = (name, value, story.body.raw_data[place].get("id"))


def changed_at(story: Story) -> datetime | None:
    """When the story last changed for a reader: published, updated or corrected."""
    corrected = [correction.issued_at for correction in story.corrections.all()]
    times = [time for time in (story.published_at, story.updated_at, *corrected) if time]
    return max(times, default=None)
