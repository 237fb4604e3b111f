"""Blocks of pictures."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    """One picture; its alt text comes from the picture unless this place needs other words."""

    picture = ImageChooserBlock()
    alt = blocks.CharBlock(
        required=False,
        max_length=300,
        label="Alt text here",
        help_text="What the picture tells here. Leave empty to use the picture's own alt text.",
    )
    caption = blocks.CharBlock(
        required=False, max_length=300, help_text="Leave empty to use the picture's own caption."
    )

    class Meta:
        icon = "image"
        template = "pages/blocks/picture.html"

    def clean(self, value: Any) -> Any:
        """A picture that says nothing to a reader who cannot see it is not published; a draft may have it."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (cleaned["alt"] or cleaned["picture"].alt):
            message = "Say what the picture shows, for readers who cannot see it."
            raise StructBlockValidationError(block_errors={"alt": ValidationError(message)})
        return cleaned


class GalleryBlock(blocks.StructBlock):
    """Several pictures that belong together."""

    title = blocks.CharBlock(required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), min_num=2)

    class Meta:
        icon = "image"
        template = "pages/blocks/gallery.html"
