"""The card that points at another story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from wagtail import blocks


class RelatedStoryBlock(blocks.StructBlock):
    """A card for another story. The editor picks the story and nothing else: the card shows it as it is now."""

    story = blocks.PageChooserBlock(page_type="news.Story")

    class Meta:
        icon = "link"
        label = "Related story"
        group = "More"
        template = "news/blocks/related_story.html"

    def targets(self, cards: Sequence[tuple[Any, int]]) -> list[int | None]:
        """The id of the story that each of `cards` (its stored value, and the page it stands on) points at."""
        return [int(pk) if (pk := value.get("story")) else None for value, _ in cards]

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """`card` is the story, or None when readers may not see it (then the card is not there at all)."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        target = value.get("story")
        if "related_stories" in context:
            card = context["related_stories"].get(target.pk) if target else None
        else:
            # A page that did not gather its cards beforehand.
            stories = apps.get_model("news", "Story").objects.published().for_lines()
            card = stories.filter(pk=target.pk).first() if target else None
        return context | {"card": card}
