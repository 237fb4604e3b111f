"""RSS 2.0 for podcast apps and directories.

The names come from Apple (podcasters.apple.com, “A Podcaster's Guide to RSS”) and from Podcasting 2.0
(github.com/Podcastindex-org/podcast-namespace).
"""

from __future__ import annotations

from typing import Any

from broadsheet.narration.podcast.show import Show
from broadsheet.syndication.feeds.generator import PaperFeed
from broadsheet.syndication.feeds.media import RecordedFile

_NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}


class PodcastFeed(PaperFeed):
    """The paper's RSS, with what directories need to show a podcast. Made with a `show`."""

    def rss_attributes(self) -> dict[str, str]:
        """The namespaces in use."""
        return super().rss_attributes() | _NAMESPACES

    def add_root_elements(self, handler: Any) -> None:
        """The podcast as a whole."""
        super().add_root_elements(handler)
        show: Show = self.feed["show"]
        handler.addQuickElement("itunes:title", show.title)
        handler.addQuickElement("itunes:author", show.owner)
        handler.addQuickElement("itunes:summary", show.description)
        handler.addQuickElement("itunes:type", "episodic")
        handler.addQuickElement("itunes:explicit", _truth(show.explicit))
        handler.addQuickElement("itunes:image", None, {"href": show.cover})
        _add_category(handler, show.category)
        _add_owner(handler, show)
        handler.addQuickElement("podcast:guid", show.guid)
        handler.addQuickElement("podcast:medium", "podcast")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An episode."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("itunes:title", item["title"])
        if item["author_names"]:
            handler.addQuickElement("itunes:author", ", ".join(item["author_names"]))
        handler.addQuickElement("itunes:summary", item["description"])
        handler.addQuickElement("itunes:duration", str(item["seconds"]))
        handler.addQuickElement("itunes:episodeType", "full")
        handler.addQuickElement("itunes:explicit", _truth(self.feed["show"].explicit))
        for name, address in item["people"]:
            handler.addQuickElement(
                "podcast:person", name, {"role": "author", "group": "writing", "href": address}
            )
        if item["captions"]:
            _add_transcript(handler, item)
        for file in item["others"]:
            _add_alternate(handler, file, item)


def _add_category(handler: Any, category: str) -> None:
    """One category, and the one within it."""
    name, _, within = category.partition("/")
    handler.startElement("itunes:category", {"text": name})
    if within:
        handler.addQuickElement("itunes:category", None, {"text": within})
    handler.endElement("itunes:category")


def _add_owner(handler: Any, show: Show) -> None:
    """Who has it; by the address directories ask whoever wants to move it."""
    handler.startElement("itunes:owner", {})
    handler.addQuickElement("itunes:name", show.owner)
    if show.email:
        handler.addQuickElement("itunes:email", show.email)
    handler.endElement("itunes:owner")
    handler.addQuickElement("podcast:locked", "yes", {"owner": show.email} if show.email else {})


def _add_transcript(handler: Any, item: dict[str, Any]) -> None:
    about = {"url": item["captions"], "type": "text/vtt", "language": item["language"], "rel": "captions"}
    handler.addQuickElement("podcast:transcript", None, about)


def _add_alternate(handler: Any, file: RecordedFile, item: dict[str, Any]) -> None:
    """The same in another format."""
    kind, _, codecs = file.type.partition("; codecs=")
    about = {
        "type": kind,
        "length": str(file.bytes),
        "bitrate": str(round(8 * file.bytes / item["seconds"])),
        "lang": item["language"],
    }
    handler.startElement("podcast:alternateEnclosure", about | ({"codecs": codecs} if codecs else {}))
    handler.addQuickElement("podcast:source", None, {"uri": file.url})
    handler.endElement("podcast:alternateEnclosure")


def _truth(value: bool) -> str:
    return "true" if value else "false"
