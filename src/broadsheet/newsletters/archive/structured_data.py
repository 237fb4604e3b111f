"""What search engines are told about an edition, as JSON-LD (schema.org)."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from broadsheet.newsletters.models import Edition
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of
from broadsheet.syndication.structured_data import Thing, organisation, person


def article(edition: Edition, newsroom: Newsroom) -> Thing:
    """The edition as an article of a periodical."""
    address, newsletter = address_of(edition), edition.newsletter
    thing: Thing = {
        "@type": "Article",
        "@id": f"{address}#edition",
        "headline": edition.subject[:110],
        "description": edition.preview_text or newsletter.promise,
        "url": address,
        "mainEntityOfPage": address,
        "publisher": organisation(newsroom),
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "Periodical", "name": newsletter.name, "url": address_of(newsletter)},
    }
    if edition.sent_at:
        thing["datePublished"] = timezone.localtime(edition.sent_at).isoformat(timespec="seconds")
    if newsletter.host:
        thing["author"] = person(newsletter.host)
    return thing
