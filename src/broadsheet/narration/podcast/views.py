"""The addresses of the podcasts."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note
from broadsheet.narration.listening import NARRATED, listenings_of
from broadsheet.narration.podcast.episodes import episode_of
from broadsheet.narration.podcast.feed import PodcastFeed
from broadsheet.narration.podcast.show import Show, show_of
from broadsheet.news.models import Story
from broadsheet.news.querysets import StoryQuerySet
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.conditional import answer
from broadsheet.syndication.feeds.places import section_at

NEWEST = 100
TTL = 15  # minutes


@require_safe
def paper(request: HttpRequest) -> HttpResponseBase:
    """The newest narrated stories of the paper."""
    return _podcast(request, Story.objects.all(), show_of(request), link=public("/"))


@require_safe
def section(request: HttpRequest, path: str) -> HttpResponseBase:
    """The newest narrated stories of a section and of the sections inside it."""
    found = section_at(request, path)
    stories = Story.objects.in_section(found)
    return _podcast(request, stories, show_of(request, found), link=address_of(found))


def _podcast(request: HttpRequest, chosen: StoryQuerySet, show: Show, *, link: str) -> HttpResponseBase:
    stories = _narrated(chosen)
    heard = listenings_of(stories)
    feed = PodcastFeed(
        title=show.title,
        link=link,
        description=show.description,
        language=settings.LANGUAGE_CODE,
        feed_url=public(request.path),
        ttl=TTL,
        show=show,
    )
    told = [story for story in stories if story.pk in heard]
    moments = [moment for story in told for moment in (story.published_at, heard[story.pk].made_at) if moment]
    episodes = (episode_of(story, heard[story.pk]) for story in told)
    text = feed.text(episodes, changed_at=max(moments, default=None))
    # No `Last-Modified`: an episode that was taken back makes the feed no newer, and yet another.
    return answer(request, text, content_type="application/rss+xml")


def _narrated(chosen: StoryQuerySet) -> list[Story]:
    note(NARRATED)
    stories = chosen.published().filter(narration__is_wanted=True, narration__production__isnull=False)
    shown = stories.newest().select_related("section").defer("body").with_bylines()
    return list(shown.prefetch_related("topics")[:NEWEST])
