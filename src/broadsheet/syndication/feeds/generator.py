"""RSS 2.0 with the whole text, every author, and pictures with their credits.

The extra names come from Content, Dublin Core (dublincore.org), Media RSS (rssboard.org/media-rss) and Atom.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed

from broadsheet.syndication.feeds.media import add_picture, add_recording
from broadsheet.syndication.xml import Writer

_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class PaperFeed(Rss201rev2Feed):
    """Django's RSS, with what a newspaper's readers expect besides."""

    def rss_attributes(self) -> dict[str, str]:
        """The namespaces in use."""
        return super().rss_attributes() | _NAMESPACES

    def write(self, outfile: Any, encoding: str) -> None:
        """The whole feed, through a writer that leaves out what XML forbids."""
        handler = Writer(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("rss", self.rss_attributes())
        handler.startElement("channel", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        self.endChannelElement(handler)
        handler.endElement("rss")

    def text(self, items: Iterable[dict[str, Any]], *, changed_at: datetime | None) -> str:
        """The feed with these items, as old as the newest of them.

        One without items is as old as time: it must not seem changed at every look.
        """
        self.latest_post_date = lambda: changed_at or _LONG_AGO  # type: ignore[method-assign]
        for item in items:
            self.add_item(**item)
        return str(self.writeString("utf-8"))

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An item with its authors, text, picture and what can be listened to of it."""
        super().add_item_elements(handler, item)
        for name in item["author_names"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["content"])
        if item["picture"]:
            add_picture(handler, item["picture"])
        if item.get("recording"):
            add_recording(handler, item["recording"])
