"""The pictures of a body."""

from __future__ import annotations

from wagtail.blocks import StreamValue

from broadsheet.media.models import Picture


def pictures_in(body: StreamValue) -> list[Picture]:
    """Every picture that the body shows, galleries included, in the order of the blocks."""
    found: list[Picture | None] = []
    for child in body:
        if child.block_type == "picture":
            found.append(child.value["picture"])
        elif child.block_type == "gallery":
            found.extend(picture["picture"] for picture in child.value["pictures"])
    return [picture for picture in found if picture]
