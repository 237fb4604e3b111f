"""Links from a body to the paper's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.html import escape
from wagtail.blocks import StreamValue, StructValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from broadsheet.edge.recording import note
from broadsheet.edge.tags import heading
from broadsheet.pages.querysets import private

_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>')


def resolve_links(body: StreamValue) -> None:
    """Give every page link in `body` its address, with one query for all.

    `body` is changed in memory and is for showing, not saving.
    """
    texts = list(_rich_texts(body))
    for text, source in zip(texts, resolved(text.source for text in texts), strict=True):
        text.source = source


def resolved(sources: Iterable[str]) -> list[str]:
    """Each of these rich texts with the addresses of the pages that it links.

    Wagtail looks up each text's links by themselves, and links pages that readers cannot open. Here such a
    link keeps its words and loses its address.
    """
    texts = list(sources)
    ids = {int(pk) for text in texts for pk in _PAGE_LINK.findall(text)}
    if not ids:
        return texts
    note(*(heading(pk) for pk in ids))  # also those that nobody may read yet
    pages = Page.objects.live().exclude(private()).filter(pk__in=ids).only("url_path")
    addresses = {page.pk: page.url for page in pages}

    def link(match: re.Match[str]) -> str:
        address = addresses.get(int(match[1]))
        return f'<a href="{escape(address)}">' if address else "<a>"

    return [_PAGE_LINK.sub(link, text) for text in texts]


def _rich_texts(body: StreamValue) -> Iterator[RichText]:
    for child in body:
        values = child.value.values() if isinstance(child.value, StructValue) else [child.value]
        yield from (value for value in values if isinstance(value, RichText))
