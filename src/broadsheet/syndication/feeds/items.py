"""One story as an item of a feed."""

from __future__ import annotations

from typing import Any

from django.utils.feedgenerator import Enclosure

from broadsheet.news.models import Story
from broadsheet.syndication.addresses import address_of
from broadsheet.syndication.feeds.body import story_html
from broadsheet.syndication.feeds.media import Recording
from broadsheet.syndication.feeds.selection import changed_at
from broadsheet.syndication.sharing import SharedPicture, shared_picture


def item_of(story: Story, recording: Recording | None = None) -> dict[str, Any]:
    """What `PaperFeed.add_item` takes.

    The id is the story's own and not its address: a story that moves or is renamed is not news again.
    """
    picture = shared_picture(story, with_size=True)
    return {
        "title": story.headline,
        "link": address_of(story),
        "description": story.excerpt,
        "unique_id": id_of(story),
        "unique_id_is_permalink": False,
        "pubdate": story.published_at,
        "updateddate": changed_at(story),
        "categories": categories_of(story),
        "author_names": [author.name for author in story.authors],
        "content": story_html(story, corrections=list(story.corrections.all())),
        "enclosures": [Enclosure(picture.url, str(picture.bytes), "image/jpeg")] if picture else [],
        "picture": _media(picture) if picture else None,
        "recording": recording,
    }


def id_of(story: Story) -> str:
    """The same in every feed and for ever."""
    return f"urn:uuid:{story.translation_key}"


def categories_of(story: Story) -> list[str]:
    """Its section and its topics, which were loaded with it."""
    section = [story.section.title] if story.section else []
    return [*section, *(topic.name for topic in story.topics.all())]


def _media(picture: SharedPicture) -> dict[str, str]:
    return {
        "url": picture.url,
        "type": "image/jpeg",
        "fileSize": str(picture.bytes),
        "width": str(picture.width),
        "height": str(picture.height),
        "credit": picture.credit,
        "description": picture.alt,
    }
