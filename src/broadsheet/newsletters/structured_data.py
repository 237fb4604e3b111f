"""What search engines are told about a newsletter, as JSON-LD (schema.org)."""

from __future__ import annotations

from typing import Any

from broadsheet.newsletters.models import Newsletter
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of
from broadsheet.syndication.structured_data import organisation, person


def periodical(newsletter: Newsletter, newsroom: Newsroom) -> dict[str, Any]:
    """A newsletter as a `Periodical`."""
    about = {
        "@type": "Periodical",
        "@id": f"{address_of(newsletter)}#newsletter",
        "name": newsletter.name,
        "description": newsletter.promise,
        "url": address_of(newsletter),
        "isAccessibleForFree": True,
        "publisher": organisation(newsroom),
    }
    return about | ({"author": person(newsletter.host)} if newsletter.host else {})
