"""What search engines are told about a page, as JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from broadsheet.kit.html import plain
from broadsheet.news.models import Author, Correction, Section, Story
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.additions import data_added
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.sharing import shared_picture

LONGEST_HEADLINE = 110  # characters; Google shows no more
Thing = dict[str, Any]

# JSON may hold these as escapes everywhere, and then no word in it can end the script or open a comment.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(things: Iterable[Thing]) -> SafeString:
    """One script of JSON-LD for each of `things`."""
    texts = [json.dumps({"@context": "https://schema.org"} | thing, ensure_ascii=False) for thing in things]
    scripts = (f'<script type="application/ld+json">{text.translate(_UNSAFE)}</script>' for text in texts)
    return mark_safe("\n".join(scripts))  # noqa: S308


def news_article(story: Story, newsroom: Newsroom, corrections: list[Correction]) -> Thing:
    """A `NewsArticle`, from what the story's page has loaded, with what apps above say of it."""
    address = story.canonical_url or address_of(story)
    picture = shared_picture(story)
    changes = [time for time in (story.updated_at, *(c.issued_at for c in corrections)) if time]
    published = story.published_at
    return _without_blanks(
        {
            "@type": "NewsArticle",
            "@id": f"{address}#story",
            "headline": _headline(story.headline),
            "description": story.meta_description,
            "url": address,
            "mainEntityOfPage": address,
            "image": [picture.url] if picture else [],
            "datePublished": _time(published),
            "dateModified": _time(max([*changes, published]) if published else None),
            "author": [person(author) for author in story.authors],
            "publisher": organisation(newsroom),
            "articleSection": story.section.title if story.section else "",
            "keywords": [topic.name for topic in story.topics.all()],
            "wordCount": story.word_count,
            "inLanguage": story.language or settings.LANGUAGE_CODE,
            "isAccessibleForFree": True,
            "correction": [_correction(correction) for correction in corrections],
            **data_added(story),
        }
    )


def breadcrumbs(story: Story, newsroom: Newsroom, sections: Iterable[Section]) -> Thing:
    """The way from the front page to `story`; among `sections` is the one above the story's own."""
    own = story.section
    above = [s for s in sections if own and own.path.startswith(s.path) and s.pk != own.pk]
    steps = [(newsroom.name, public("/")), *((s.title, address_of(s)) for s in [*above, own] if s)]
    steps.append((story.headline, address_of(story)))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(newsroom: Newsroom) -> Thing:
    """The paper as a site that can be searched."""
    search = f"{public(reverse('news:search'))}?q={{words}}"
    return {
        "@type": "WebSite",
        "@id": f"{public('/')}#site",
        "name": newsroom.name,
        "url": public("/"),
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": f"{public('/')}#newsroom"},
        "potentialAction": {"@type": "SearchAction", "target": search, "query-input": "required name=words"},
    }


def organisation(newsroom: Newsroom, *, in_full: bool = False) -> Thing:
    """The newsroom; `in_full` with how to reach it and where it corrects itself."""
    short = {"@type": "NewsMediaOrganization", "@id": f"{public('/')}#newsroom", "name": newsroom.name}
    short["url"] = public("/")
    if not in_full:
        return short
    more = {
        "description": newsroom.description,
        "email": newsroom.contact_email,
        "correctionsPolicy": public(reverse("news:corrections")),
    }
    return short | _without_blanks(more)


def person(author: Author) -> Thing:
    """An author, for a byline."""
    return _without_blanks(
        {"@type": "Person", "name": author.name, "url": address_of(author), "jobTitle": author.role}
    )


def profile(author: Author, newsroom: Newsroom) -> Thing:
    """An author's page."""
    links = [link.url for link in author.links.all()]
    about = {"description": plain(author.biography), "email": author.email, "sameAs": links}
    who = person(author) | _without_blanks(about) | {"worksFor": organisation(newsroom)}
    return {"@type": "ProfilePage", "url": address_of(author), "mainEntity": who}


def _correction(correction: Correction) -> Thing:
    words = plain(correction.text)
    return {"@type": "CorrectionComment", "text": words, "datePublished": _time(correction.issued_at)}


def _headline(headline: str) -> str:
    return headline if len(headline) <= LONGEST_HEADLINE else f"{headline[: LONGEST_HEADLINE - 1].rstrip()}…"


def _time(moment: Any) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def _without_blanks(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in ("", [], None)}
