"""Finds what machines and the command line name in words: a section, topics, a story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from wagtail.models import Site

from broadsheet.news.models import Section, Story, Topic

MOST_TOPICS = 20
_LONGEST_ID = 18  # digits that fit into every database's integers


def section_named(slug: str) -> Section | None:
    """The section with this slug, None for no words; of two with the same slug the one higher up.

    Raises `ValidationError` where there is none.
    """
    if not slug:
        return None
    found = Section.objects.live().filter(slug=_findable(slug)).order_by("depth", "pk").first()
    if found is None:
        raise ValidationError({"section": f"There is no section “{_shown(slug)}”: give its slug."})
    return found


def topics_named(slugs: Iterable[str]) -> list[Topic]:
    """The topics with these slugs; raises `ValidationError` that names those which are not there."""
    wanted = list(dict.fromkeys(slugs))
    if len(wanted) > MOST_TOPICS:
        raise ValidationError({"topics": f"At most {MOST_TOPICS} topics."})
    found = {topic.slug: topic for topic in Topic.objects.filter(slug__in=map(_findable, wanted))}
    missing = ", ".join(f"“{_shown(slug)}”" for slug in wanted if slug not in found)
    if missing:
        raise ValidationError({"topics": f"There is no topic {missing}: give slugs."})
    return [found[slug] for slug in wanted]


def story_named(name: int | str) -> Story | None:
    """The story with this number, or at this address, with the host or without; None for no words.

    Raises `ValidationError` where there is none.
    """
    words = str(name).strip()
    if not words:
        return None
    found = Story.objects.filter(**_by_number_or_address(words)).first()
    if found is None:
        raise ValidationError(
            {"story": f"There is no story {_shown(words)}: give its number or its address."}
        )
    return found


def _by_number_or_address(words: str) -> dict[str, Any]:
    if words.isascii() and words.isdigit() and len(words) <= _LONGEST_ID:
        return {"pk": int(words)}
    try:
        path = unquote(urlsplit(words).path)
    except ValueError:  # “http://[” begins an address that never ends
        path = words
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    root = site.root_page.url_path if site else "/"
    return {"url_path": _findable(f"{root}{path.strip('/')}/")}


def _findable(words: str) -> str:
    """Words that a database can be asked for: none takes half characters, and PostgreSQL no NUL."""
    return words.encode(errors="replace").decode().replace("\0", "?")


def _shown(words: str) -> str:
    return words if len(words) <= 60 else words[:60] + "…"
