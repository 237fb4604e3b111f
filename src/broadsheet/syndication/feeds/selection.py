"""The stories of a feed, with everything that it shows loaded in a handful of queries."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch

from broadsheet.media.querysets import load_renditions
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
    leads = [story.lead_picture for story in loaded if story.lead_picture]
    load_renditions({"sharing": leads, "natural": [p for story in loaded for p in pictures_in(story.body)]})
    for story in loaded:
        resolve_links(story.body)
    return loaded


def cards_of(stories: list[Story]) -> dict[int, Story]:
    """The published stories that cards in these texts point at, by id."""
    blocks = (block for story in stories for block in story.body.raw_data if block["type"] == "related_story")
    ids = {int(block["value"]["story"]) for block in blocks if block["value"].get("story")}
    found = Story.objects.filter(pk__in=ids).published().for_lines() if ids else []
    return {card.pk: card for card in found}


def changed_at(story: Story) -> datetime | None:
    """When the story last changed for a reader: published, updated or corrected."""
    corrected = [correction.issued_at for correction in story.corrections.all()]
    times = [time for time in (story.published_at, story.updated_at, *corrected) if time]
    return max(times, default=None)
