"""Blocks of words."""

from __future__ import annotations

from typing import Any

from wagtail import blocks

from broadsheet.kit.html import plain

WRITING = ["bold", "italic", "link", "document-link"]
LISTS = ["ol", "ul"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists. Pasting keeps meaning and drops styling: only these features survive."""

    counts_for_reading = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=[*WRITING, *LISTS], **kwargs)

    class Meta:
        icon = "pilcrow"
        template = "pages/blocks/text.html"


class HeadingBlock(blocks.CharBlock):
    """A sub-heading within the story."""

    counts_for_reading = True

    class Meta:
        icon = "title"
        template = "pages/blocks/heading.html"


class PullQuoteBlock(blocks.StructBlock):
    """Words from the story, set large. They stand in the text already, so they do not count as reading."""

    text = blocks.TextBlock(rows=2)

    class Meta:
        icon = "openquote"
        template = "pages/blocks/pull_quote.html"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.RichTextBlock(features=WRITING)
    # Old archives hold quotes that name nobody, and their stories must stay editable.
    speaker = blocks.CharBlock(max_length=120, required=False)
    role = blocks.CharBlock(max_length=200, required=False, help_text="Who they are: “harbour master”.")
    counts_for_reading = True

    class Meta:
        icon = "user"
        template = "pages/blocks/quote.html"

    def words(self, value: Any) -> str:
        """The text that a reader reads."""
        return f"{plain(value['text'].source)} {value['speaker']} {value['role'] or ''}"


class FactBoxBlock(blocks.StructBlock):
    """Facts beside the story."""

    title = blocks.CharBlock(max_length=120)
    body = blocks.RichTextBlock(features=[*WRITING, *LISTS])
    counts_for_reading = True

    class Meta:
        icon = "list-ul"
        template = "pages/blocks/fact_box.html"

    def words(self, value: Any) -> str:
        """The text that a reader reads."""
        return f"{value['title']} {plain(value['body'].source)}"


class DividerBlock(blocks.StaticBlock):
    """A pause between two parts."""

    class Meta:
        icon = "horizontalrule"
        admin_text = "A short rule between two parts of the story."
        template = "pages/blocks/divider.html"
