"""A picture of the edition's own."""

from __future__ import annotations

from typing import Any

from wagtail import blocks

from broadsheet.pages.blocks.pictures import PictureBlock


class MailPictureBlock(PictureBlock):
    """One picture. An edition is saved as it is written; that it says what it shows is checked before it is sent."""

    class Meta:
        icon = "image"

    def clean(self, value: Any) -> Any:
        """As any block's: `checks/pictures.py` holds back a picture that says nothing."""
        return blocks.StructBlock.clean(self, value)
