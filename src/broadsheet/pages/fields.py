"""The field that holds a body."""

from __future__ import annotations

from typing import Any

from wagtail.fields import StreamField

from broadsheet.pages.blocks import BodyBlock


class BodyField(StreamField):
    """A stream of body blocks.

    Migrations record the column and not the blocks, so that an app which registers a block needs no
    migration in the app that owns the body. The stored JSON names its blocks itself.
    """

    def __init__(self, block_types: Any = BodyBlock, **kwargs: Any) -> None:
        super().__init__(block_types or BodyBlock, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """As Django wants it, the blocks left out."""
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
