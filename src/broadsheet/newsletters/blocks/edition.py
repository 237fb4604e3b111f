"""The body of an edition: a stream of blocks."""

from __future__ import annotations

from wagtail import blocks


class EditionBlock(blocks.StreamBlock):
    """Every block that an edition may hold."""

    text = blocks.RichTextBlock(features=["bold", "italic", "link", "ol", "ul"])
