"""The card that points at another story."""

from __future__ import annotations

from typing import Any

from wagtail import blocks


class RelatedStoryBlock(blocks.StructBlock):
    """A card for another story. The editor picks the story and nothing else: the card shows it as it is now."""

    story = blocks.PageChooserBlock(page_type="news.Story")

    class Meta:
        icon = "link"
        label = "Related story"
        group = "More"
        template = "news/blocks/related_story.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """`card` is the story, or None when readers may not see it (then the card is not there at all)."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        story_id = value.get("story").pk if value.get("story") else None
        context["card"] = context.get("related_stories", {}).get(story_id)
        return context
