"""Blocks that hold a table, a piece of code, or something from elsewhere."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock

from broadsheet.kit.html import clean, plain


class CaptionedTableBlock(blocks.StructBlock):
    """A table with words over it."""

    caption = blocks.CharBlock(max_length=200, required=False)
    table = TableBlock()

    class Meta:
        icon = "table"
        template = "pages/blocks/table.html"


class EmbedBlock(blocks.StructBlock):
    """Something shown from elsewhere. Nothing is asked of the provider before the reader asks for it."""

    url = blocks.URLBlock(label="Address")
    title = blocks.CharBlock(max_length=200, help_text="What the reader will see.")
    provider = blocks.CharBlock(max_length=60, help_text="Whose server it is: “YouTube”.")

    class Meta:
        icon = "media"
        template = "pages/blocks/embed.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """`address` is empty unless it opens a page: what came from an old archive was never checked by a form."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        url = str(value.get("url") or "")
        return context | {"address": url if url.lower().startswith(("https://", "http://")) else ""}


class CodeBlock(blocks.StructBlock):
    """Source code or other text whose spaces matter."""

    language = blocks.CharBlock(required=False, max_length=30)
    code = blocks.TextBlock()
    counts_for_reading = True

    class Meta:
        icon = "code"
        template = "pages/blocks/code.html"

    def words(self, value: Any) -> str:
        """The text that a reader reads."""
        return str(value["code"])


class SafeHTMLBlock(blocks.RawHTMLBlock):
    """Markup from an old archive that fits no other block, made safe when it is saved and when it is shown."""

    counts_for_reading = True

    class Meta:
        icon = "code"
        label = "Imported HTML"
        template = "pages/blocks/html.html"

    def clean(self, value: str) -> SafeString:
        """The markup with everything dangerous taken out."""
        return mark_safe(clean(super().clean(value)))  # noqa: S308

    def to_python(self, value: str) -> SafeString:
        """Cleaned again on the way out: what is stored may have come from anywhere."""
        return mark_safe(clean(value or ""))  # noqa: S308

    def get_searchable_content(self, value: str) -> list[str]:
        """What search finds it by; Wagtail leaves raw HTML out."""
        return [plain(value)]

    def words(self, value: str) -> str:
        """The text that a reader reads."""
        return plain(value)
