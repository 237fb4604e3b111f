"""The pictures of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage


def shown_pictures(body: StreamValue) -> Iterator[Any]:
    """Every place that shows a picture, galleries included, with its own `alt` and `caption`."""
    for child in body:
        if child.block_type == "picture":
            yield child.value
        elif child.block_type == "gallery":
            yield from child.value["pictures"]


def pictures_in(body: StreamValue) -> list[AbstractImage]:
    """Every picture that the body shows, in the order of the blocks; one that was deleted is left out."""
    return [shown["picture"] for shown in shown_pictures(body) if shown["picture"]]
