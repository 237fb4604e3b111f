"""Tags for the head of a page: what other sites and search engines show of it.

They ask nothing of the database that the page has not loaded for itself.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from broadsheet.news.models import Author, Story
from broadsheet.syndication import structured_data as data
from broadsheet.syndication.addresses import address_of
from broadsheet.syndication.sharing import shared_picture

register = template.Library()


@register.inclusion_tag("syndication/story_metadata.html", takes_context=True)
def story_metadata(context: Context, story: Story) -> dict[str, Any]:
    """Description, canonical address, Open Graph and Twitter card of `story`."""
    return {
        "story": story,
        "newsroom": context["newsroom"],
        "address": story.canonical_url or address_of(story),
        "picture": shared_picture(story),
    }


@register.simple_tag(takes_context=True)
def story_data(context: Context, story: Story) -> SafeString:
    """JSON-LD of a story's page: the article, and the way to it."""
    newsroom = context["newsroom"]
    known: dict[str, Any] = dict(context.flatten())  # type: ignore[arg-type]  # stubs know no such keys
    corrections = [*known.get("corrections_top", ()), *known.get("corrections_foot", ())]
    article = data.news_article(story, newsroom, corrections)
    return data.script([article, data.breadcrumbs(story, newsroom, known.get("sections", ()))])


@register.simple_tag(takes_context=True)
def paper_data(context: Context) -> SafeString:
    """JSON-LD of the front page: the site, and the newsroom behind it."""
    newsroom = context["newsroom"]
    return data.script([data.website(newsroom), data.organisation(newsroom, in_full=True)])


@register.simple_tag(takes_context=True)
def author_data(context: Context, author: Author) -> SafeString:
    """JSON-LD of an author's page."""
    return data.script([data.profile(author, context["newsroom"])])
