"""The addresses of the feeds."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from broadsheet.news.models import Author, Story
from broadsheet.news.querysets import StoryQuerySet
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.additions import recordings_of
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.conditional import answer
from broadsheet.syndication.feeds.generator import PaperFeed
from broadsheet.syndication.feeds.items import item_of
from broadsheet.syndication.feeds.places import section_at
from broadsheet.syndication.feeds.selection import changed_at, load


def paper(request: HttpRequest) -> HttpResponseBase:
    """The newest stories of the paper."""
    return _feed(request, Story.objects.all(), link=public("/"))


def section(request: HttpRequest, path: str) -> HttpResponseBase:
    """The newest stories of a section and of the sections inside it."""
    found = section_at(request, path)
    stories = Story.objects.in_section(found)
    return _feed(request, stories, link=address_of(found), part=found.title, about=found.meta_description)


def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The newest stories of an author."""
    person = get_object_or_404(Author, slug=slug)
    return _feed(
        request, Story.objects.by_author(person), link=address_of(person), part=person.name, about=person.role
    )


def _feed(
    request: HttpRequest, chosen: StoryQuerySet, *, link: str, part: str = "", about: str = ""
) -> HttpResponseBase:
    newsroom = Newsroom.for_request(request)
    stories = load(chosen)
    changed = max((time for time in map(changed_at, stories) if time), default=None)
    feed = PaperFeed(
        title=f"{newsroom.name}: {part}" if part else newsroom.name,
        link=link,
        description=about or newsroom.description or newsroom.name,
        language=settings.LANGUAGE_CODE,
        feed_url=public(request.path),
        ttl=15,
    )
    recordings = recordings_of(stories)
    items = (item_of(story, recordings.get(story.pk)) for story in stories)
    text = feed.text(items, changed_at=changed)
    return answer(request, text, content_type="application/rss+xml", changed_at=changed)
