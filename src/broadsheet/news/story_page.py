"""What a story's page shows, gathered in as few questions as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Site

from broadsheet.edge.recording import note
from broadsheet.edge.tags import heading
from broadsheet.media.querysets import load_renditions
from broadsheet.news.cards import put_cards, targets_of
from broadsheet.news.models.correction import Correction
from broadsheet.pages.links import resolve_links
from broadsheet.pages.pictures import pictures_in

if TYPE_CHECKING:
    from broadsheet.news.models import Story


def story_context(story: Story, request: HttpRequest) -> dict[str, Any]:
    """Picks, corrections by their place, and the cards in the body, with the renditions of all their pictures."""
    targets = targets_of([story])[story.pk]
    beside = _beside(story, request, cards={pk for pk in targets.values() if pk})
    put_cards(story, targets, {other.pk: other for other in beside})
    _load_renditions(story, beside)
    resolve_links(story.body)
    corrections = list(story.corrections.all())
    return {
        "picks": [other for other in beside if other.pick_order is not None],
        "related_stories": {other.pk: other for other in beside},
        "corrections_top": [c for c in corrections if c.placement == Correction.Placement.TOP],
        "corrections_foot": [c for c in corrections if c.placement == Correction.Placement.FOOT],
    }


def _beside(story: Story, request: HttpRequest, *, cards: set[int]) -> list[Story]:
    """The editors' picks, then the stories that cards in the body point at, as they are now."""
    site = Site.find_for_request(request)
    front_page = site.root_page_id if site else 0
    note(*(heading(pk) for pk in cards))  # also those that nobody may read yet
    return list(type(story).objects.picked(front_page, or_among=cards).published().for_lines())


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
