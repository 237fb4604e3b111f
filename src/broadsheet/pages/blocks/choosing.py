"""Choosing a row of a small table.

Blocks are read while the models that own bodies are being made, so that nothing here imports a model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.apps import apps
from wagtail import blocks


class NamedChoiceBlock(blocks.ChoiceBlock):
    """One of the few rows of a model that a subclass names, kept by its id: showing it asks for no row."""

    model: ClassVar[str]  # “app_label.Model”; its rows have a name

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"choices": self._every_one})

    def _every_one(self) -> list[tuple[int, str]]:
        return list(apps.get_model(self.model).objects.values_list("pk", "name"))

    def normalize_choice(self, value: Any) -> int | None:
        """The id; Wagtail would look through all choices for it."""
        return int(value) if value else None

    def extract_references(self, value: Any) -> Iterator[tuple[Any, str, str, str]]:
        """So that the desk knows where a row is used."""
        if value:
            yield apps.get_model(self.model), str(value), "", ""
