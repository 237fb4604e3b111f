"""Choosing a series."""

from __future__ import annotations

from broadsheet.pages.blocks.choosing import NamedChoiceBlock


class SeriesChoiceBlock(NamedChoiceBlock):
    """One of the paper's series of round-ups."""

    model = "wire.Series"
