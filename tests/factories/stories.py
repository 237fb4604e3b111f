"""Stories, their text and their topics."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.text import slugify

from broadsheet.news.models import Author, Byline, Section, Story, Topic
from tests.factories.papers import make_section

Body = str | Sequence[tuple[str, Any]]


def body_of(body: Body) -> str:
    """A body as it is stored, from text (a blank line between paragraphs) or (block, value) pairs."""
    if isinstance(body, str):
        words = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n") if paragraph)
        body = [("text", words)] if words else []
    return json.dumps([{"type": name, "value": value} for name, value in body])


def related_card(story: Story) -> tuple[str, Any]:
    """The block that points at `story`."""
    return ("related_story", {"story": story.pk})


def make_story(
    headline: str = "Ferry returns to the north quay",
    *,
    section: Section | None = None,
    authors: Iterable[Author] = (),
    topics: Iterable[Topic] = (),
    live: bool = True,
    body: Body = "The ferry came back on Tuesday.\n\nNobody had expected it.",
    **fields: Any,
) -> Story:
    """A published story, or a draft when not `live`; without a `section` it stands in Harbour."""
    parent = Section.objects.get(pk=(section or make_section()).pk)
    story = Story(title=headline, live=live, body=body_of(body), **fields)
    story.bylines = [Byline(author=author, sort_order=place) for place, author in enumerate(authors)]
    story.topics = list(topics)
    parent.add_child(instance=story)
    revision = story.save_revision()
    if live:
        revision.publish()
    story.refresh_from_db()
    return story


def make_topic(name: str = "Ferries", **fields: Any) -> Topic:
    """A topic."""
    return Topic.objects.create(**{"name": name, "slug": slugify(name, allow_unicode=True)} | fields)
