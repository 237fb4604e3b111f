"""Newsletters and their editions in the paper's sitemap."""

from __future__ import annotations

from broadsheet.edge.recording import note
from broadsheet.edge.tags import list_tag
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.syndication.addresses import address_of
from broadsheet.syndication.sitemaps.entries import Entry, Part, adds_parts


@adds_parts
def parts() -> dict[str, Part]:
    """One for newsletters, one for the editions in their archives."""
    newsletters = Newsletter.objects.order_by("pk")
    note(list_tag(Newsletter), *(archive_of(pk) for pk in newsletters.values_list("pk", flat=True)))
    editions = (
        Edition.objects.in_archive().select_related("newsletter").defer("body", "filled").order_by("pk")
    )
    return {
        "newsletters": Part(newsletters, lambda newsletter: Entry(address_of(newsletter))),
        "editions": Part(editions, lambda edition: Entry(address_of(edition), edition.sent_at)),
    }
