"""What directories are told of a podcast as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.http import HttpRequest
from wagtail.models import Site

from broadsheet.edge.recording import note
from broadsheet.narration.models import Podcast
from broadsheet.narration.podcast.cover import cover
from broadsheet.narration.podcast.freshness import PODCAST
from broadsheet.news.models import Section
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import public

# github.com/Podcastindex-org/podcast-namespace, docs/tags/guid.md
_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast. `email` is empty where readers are told none."""

    title: str
    description: str
    category: str
    cover: str
    explicit: bool
    guid: str
    owner: str
    email: str


def show_of(request: HttpRequest, section: Section | None = None) -> Show:
    """The podcast at the address that was asked for: the paper's, or that of a section."""
    newsroom, said = Newsroom.for_request(request), _said(request)
    name = said.title or newsroom.name
    about = said.description or newsroom.description or f"Stories of {newsroom.name}, read aloud."
    given = said.guid if section is None else None
    return Show(
        title=f"{name}: {section.title}" if section else name,
        description=(section.meta_description if section else "") or about,
        category=said.category,
        cover=public(cover(said.picture, name)),
        explicit=said.is_explicit,
        guid=str(given or guid_of(public(request.path))),
        owner=newsroom.name,
        email=newsroom.contact_email,
    )


def guid_of(address: str) -> UUID:
    """The podcast's own name in all directories, made from the address of its feed."""
    return uuid5(_GUIDS, address.partition("://")[2].rstrip("/"))


def _said(request: HttpRequest) -> Podcast:
    """What the newsroom says; looking at a feed writes nothing down."""
    note(PODCAST)
    site = Site.find_for_request(request)
    said = Podcast.objects.filter(site=site).select_related("picture").first()
    return said or Podcast(site=site)
