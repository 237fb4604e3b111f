"""The body of a story or a page: a stream of blocks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from wagtail import blocks

from broadsheet.pages.blocks.data import CaptionedTableBlock, CodeBlock, EmbedBlock, SafeHTMLBlock
from broadsheet.pages.blocks.pictures import GalleryBlock, PictureBlock
from broadsheet.pages.blocks.text import (
    DividerBlock,
    FactBoxBlock,
    HeadingBlock,
    PullQuoteBlock,
    QuoteBlock,
    TextBlock,
)


class BodyBlock(blocks.StreamBlock):
    """Every block that a body may hold: the frame's own, then those that other apps register by name."""

    text = TextBlock(group="Words")
    heading = HeadingBlock(label="Sub-heading", group="Words")
    quote = QuoteBlock(label="Quote with its speaker", group="Words")
    pull_quote = PullQuoteBlock(label="Pull quote", group="Words")
    fact_box = FactBoxBlock(label="Fact box", group="Words")
    picture = PictureBlock(group="Pictures")
    gallery = GalleryBlock(group="Pictures")
    table = CaptionedTableBlock(group="More")
    embed = EmbedBlock(group="More")
    divider = DividerBlock(group="More")
    code = CodeBlock(group="More")
    html = SafeHTMLBlock(group="More")

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        registered = [(name, import_string(path)()) for name, path in settings.BODY_BLOCKS]
        super().__init__([*(local_blocks or []), *registered], **kwargs)
