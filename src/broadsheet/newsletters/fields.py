"""The field that holds an edition's body."""

from __future__ import annotations

from broadsheet.newsletters.blocks.edition import EditionBlock
from broadsheet.pages.fields import BlocksField


class EditionField(BlocksField):
    """The body of an edition."""

    blocks = EditionBlock
