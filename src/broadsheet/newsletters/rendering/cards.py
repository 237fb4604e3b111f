"""Stories and developments as plain data, which can be kept and shown without asking for them again."""

from __future__ import annotations

from typing import Any

from broadsheet.kit.excerpt import cut
from broadsheet.news.models import Section, Story
from broadsheet.newsletters.rendering.pictures import picture_of
from broadsheet.syndication.addresses import address_of, public
from broadsheet.wire.models import WireItem

LONGEST = 400  # characters of a story's own words on a card of its own
BRIEF = 160  # in a list


def card_of(story: Story, *, shape: str = "", words: str = "", longest: int = LONGEST) -> dict[str, Any]:
    """A story as mail and archive show it; `shape` is how its picture is cut, empty for none.

    `words` are an editor's, in place of the story's own first ones, of which there are `longest` characters.
    """
    return {
        "story": story.pk,
        "title": story.headline,
        "words": words.strip() or cut(story.excerpt, length=longest),
        "url": address_of(story),
        "section": story.section.title if story.section else "",
        "byline": story.author_names,
        "minutes": story.reading_minutes,
        "time": story.published_at.isoformat() if story.published_at else "",
        "language": story.language,
        "picture": picture_of(story.lead_picture, shape=shape, alt=story.alt) if shape else None,
    }


def development_of(item: WireItem, *, section: Section | None) -> dict[str, Any]:
    """An item of the News Feed; `section` only where everybody may read it."""
    return {
        "item": item.pk,
        "title": item.headline,
        "url": public(item.get_absolute_url()),
        "section": section.title if section else "",
        "time": item.posted_at.isoformat() if item.posted_at else "",
        "corrected": item.is_corrected,
    }
