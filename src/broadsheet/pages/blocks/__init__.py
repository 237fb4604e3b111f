"""What a body is made of. `BodyBlock` holds them all; apps above add theirs in settings.BODY_BLOCKS."""

from broadsheet.pages.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
