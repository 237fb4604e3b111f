"""What a story's page shows, gathered in as few questions as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.blocks import StreamValue
from wagtail.models import Site

from broadsheet.edge.recording import note
from broadsheet.edge.tags import heading
from broadsheet.media.querysets import load_renditions
from broadsheet.news.models.correction import Correction
from broadsheet.pages.links import resolve_links
from broadsheet.pages.pictures import pictures_in

if TYPE_CHECKING:
    from broadsheet.news.models import Story


def story_context(story: Story, request: HttpRequest) -> dict[str, Any]:
    """Picks, corrections by their place, and the cards in the body, with the renditions of all their pictures."""
    beside = _beside(story, request)
    _fill_cards(story.body, {other.pk: other for other in beside})
    _load_renditions(story, beside)
    resolve_links(story.body)
    corrections = list(story.corrections.all())
    return {
        "picks": [other for other in beside if other.pick_order is not None],
        "related_stories": {other.pk: other for other in beside},
        "corrections_top": [c for c in corrections if c.placement == Correction.Placement.TOP],
        "corrections_foot": [c for c in corrections if c.placement == Correction.Placement.FOOT],
    }


def _beside(story: Story, request: HttpRequest) -> list[Story]:
    """The editors' picks, then the stories that cards in the body point at, as they are now."""
    site = Site.find_for_request(request)
    front_page = site.root_page_id if site else 0
    cards = {int(block["value"]["story"]) for block in story.body.raw_data if _is_card(block)}
    note(*(heading(pk) for pk in cards))  # also those that nobody may read yet
    return list(type(story).objects.picked(front_page, or_among=cards).published().for_lines())


def _fill_cards(body: StreamValue, stories: dict[int, Story]) -> None:
    """Give each card its story, so that the block does not ask for it once more."""
    for place, block in enumerate(body.raw_data):
        if _is_card(block):
            body[place] = (
                "related_story",
                {"story": stories.get(int(block["value"]["story"]))},
                block.get("id"),
            )


def _load_renditions(story: Story, beside: list[Story]) -> None:
    galleries = pictures_in(story.body, "gallery")
    lead = [story.lead_picture] if story.lead_picture else []
    load_renditions(
        {
            "3x2": [*lead, *galleries, *(other.lead_picture for other in beside if other.lead_picture)],
            "natural": pictures_in(story.body, "picture"),
            "square": [author.portrait for author in story.authors if author.portrait],
            "sharing": lead,
        }
    )


def _is_card(block: Any) -> bool:
    return block["type"] == "related_story" and bool(block["value"].get("story"))
