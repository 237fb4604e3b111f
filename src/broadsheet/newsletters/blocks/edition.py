"""The body of an edition: a stream of blocks."""

from __future__ import annotations

from wagtail import blocks

from broadsheet.newsletters.blocks.button import ButtonBlock
from broadsheet.newsletters.blocks.moving import (
    DevelopmentsBlock,
    NewestBlock,
    PicksBlock,
    RoundUpBlock,
    StoryBlock,
)
from broadsheet.newsletters.blocks.picture import MailPictureBlock
from broadsheet.pages.blocks.text import DividerBlock, HeadingBlock, QuoteBlock, TextBlock

WORDS, PAPER, MORE = "Words", "From the paper, as it is when the edition is sent", "More"


class EditionBlock(blocks.StreamBlock):
    """Every block that an edition may hold: words as a story has them, and what the paper has when it is sent."""

    text = TextBlock(group=WORDS)
    heading = HeadingBlock(group=WORDS)
    quote = QuoteBlock(label="Quote with its speaker", group=WORDS)
    story = StoryBlock(group=PAPER)
    newest = NewestBlock(label="Newest of a section", group=PAPER)
    picks = PicksBlock(label="Editors’ picks", group=PAPER)
    round_up = RoundUpBlock(label="Latest round-up", group=PAPER)
    developments = DevelopmentsBlock(label="Key developments", group=PAPER)
    picture = MailPictureBlock(group=MORE)
    button = ButtonBlock(group=MORE)
    divider = DividerBlock(group=MORE)
