"""The pictures of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage

BLOCKS = ("picture", "gallery")


def shown_pictures(body: StreamValue, *blocks: str) -> Iterator[Any]:
    """Every place that shows a picture, with its own `alt` and `caption`; in `blocks` alone if any are named."""
    for child in body:
        if child.block_type not in (blocks or BLOCKS):
            continue
        yield from child.value["pictures"] if child.block_type == "gallery" else [child.value]


def pictures_in(body: StreamValue, *blocks: str) -> list[AbstractImage]:
    """Every picture that the body shows, in the order of the blocks; one that was deleted is left out."""
    return [shown["picture"] for shown in shown_pictures(body, *blocks) if shown["picture"]]
