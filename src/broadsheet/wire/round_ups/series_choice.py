"""Choosing a series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from wagtail import blocks


def _every_series() -> list[tuple[int, str]]:
    return list(apps.get_model("wire", "Series").objects.values_list("pk", "name"))


class SeriesChoiceBlock(blocks.ChoiceBlock):
    """One of the paper's series, kept by its id: showing what it holds asks for no row of the series itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"choices": _every_series})

    def normalize_choice(self, value: Any) -> int | None:
        """The id; Wagtail would look through all choices for it."""
        return int(value) if value else None

    def extract_references(self, value: Any) -> Iterator[tuple[Any, str, str, str]]:
        """So that the desk knows where a series is used."""
        if value:
            yield apps.get_model("wire", "Series"), str(value), "", ""
