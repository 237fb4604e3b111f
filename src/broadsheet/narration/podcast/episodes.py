"""A narrated story as an item of a podcast."""

from __future__ import annotations

from typing import Any

from django.utils.feedgenerator import Enclosure
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from broadsheet.narration.listening import Listening, captions_of
from broadsheet.narration.syndicated import recording_of
from broadsheet.news.models import Story
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.feeds.items import categories_of, id_of
from broadsheet.syndication.xml import allowed

# What Apple calls an `.m4a` in a feed (“A Podcaster's Guide to RSS”); servers may call it `audio/mp4` as well.
M4A = "audio/x-m4a"


def episode_of(story: Story, listening: Listening) -> dict[str, Any]:
    """What `PodcastFeed.add_item` takes.

    The id is the story's: audio that was made anew is no new episode.
    """
    recording = recording_of(listening)
    first, *others = recording.files
    return {
        "title": " ".join(allowed(story.headline).split()),
        "link": address_of(story),
        "description": "\n\n".join([part for part in (story.excerpt, *_how_it_was_made(listening)) if part]),
        "unique_id": id_of(story),
        "unique_id_is_permalink": False,
        "pubdate": story.published_at,
        "categories": categories_of(story),
        "author_names": [author.name for author in story.authors],
        "people": [(author.name, address_of(author)) for author in story.authors],
        "content": _notes(story, listening),
        "enclosures": [Enclosure(first.url, str(first.bytes), M4A)],
        "picture": None,
        "others": others,
        "seconds": max(1, round(listening.seconds)),
        "language": listening.language,
        "captions": public(captions_of(listening)) if captions_of(listening) else "",
    }


def _notes(story: Story, listening: Listening) -> SafeString:
    """The notes that apps show under an episode."""
    parts = [story.excerpt, *_how_it_was_made(listening)]
    link = format_html('<a href="{}">Read the story</a>', address_of(story))
    return format_html_join("\n", "<p>{}</p>", ((part,) for part in [*parts, link] if part))


def _how_it_was_made(listening: Listening) -> list[str]:
    """The notice, and whose voice it is; nothing where a person was recorded."""
    if not listening.notice:
        return []
    approved = " An editor listened to it." if listening.approved else ""
    return [f"{listening.notice}. Voice: {listening.provider}, {listening.voice}.{approved}"]
