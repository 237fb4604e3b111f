"""The field that holds an edition's body."""

from __future__ import annotations

from typing import Any

from wagtail.fields import StreamField

from broadsheet.newsletters.blocks.edition import EditionBlock


class EditionField(StreamField):
    """A stream of an edition's blocks; migrations record the column and not the blocks, as a story's do."""

    def __init__(self, block_types: Any = EditionBlock, **kwargs: Any) -> None:
        super().__init__(block_types or EditionBlock, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """As Django wants it, the blocks left out."""
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
