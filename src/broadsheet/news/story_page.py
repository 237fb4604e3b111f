"""What a story's page shows, gathered in as few questions as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Site

from broadsheet.media.querysets import load_renditions
from broadsheet.news.models.correction import Correction
from broadsheet.pages.pictures import pictures_in

if TYPE_CHECKING:
    from broadsheet.news.models import Story


def story_context(story: Story, request: HttpRequest) -> dict[str, Any]:
    """Picks, corrections by their place, and the cards in the body, with the renditions of all their pictures."""
    picks = _picks(type(story), request)
    related = related_stories(story)
    lead = [story.lead_picture] if story.lead_picture else []
    cards = [card.lead_picture for card in (*picks, *related.values()) if card.lead_picture]
    load_renditions({"3x2": [*lead, *cards], "natural": pictures_in(story.body)})
    corrections = list(story.corrections.all())
    return {
        "picks": picks,
        "related_stories": related,
        "corrections_top": [c for c in corrections if c.placement == Correction.Placement.TOP],
        "corrections_foot": [c for c in corrections if c.placement == Correction.Placement.FOOT],
    }


def related_stories(story: Story) -> dict[int, Story]:
    """The published stories that cards in the body point at, by id, as they are now."""
    ids = {int(b["value"]["story"]) for b in story.body.raw_data if _is_card(b)}
    if not ids:
        return {}
    cards = type(story).objects.published().for_lines().filter(pk__in=ids)
    return {card.pk: card for card in cards}


def _picks(stories: type[Story], request: HttpRequest) -> list[Story]:
    site = Site.find_for_request(request)
    return list(stories.objects.picked(site.root_page_id).published().for_lines()) if site else []


def _is_card(block: Any) -> bool:
    return block["type"] == "related_story" and bool(block["value"].get("story"))
