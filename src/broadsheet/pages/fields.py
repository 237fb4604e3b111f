"""Fields that hold streams of blocks."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from broadsheet.pages.blocks import BodyBlock


class BlocksField(StreamField):
    """A stream of the blocks that a subclass names.

    Migrations record the column and not the blocks, so that an app which registers a block needs no
    migration in the app that owns the stream. The stored JSON names its blocks itself.
    """

    blocks: ClassVar[type[StreamBlock]]

    def __init__(self, block_types: Any = None, **kwargs: Any) -> None:
        super().__init__(block_types or self.blocks, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """As Django wants it, the blocks left out."""
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs


class BodyField(BlocksField):
    """The body of a story or a page."""

    blocks = BodyBlock
