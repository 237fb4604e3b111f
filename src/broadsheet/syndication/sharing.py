"""The picture that goes with a story to other sites and to feed readers."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.images.models import SourceImageIOError
from wagtail.images.shortcuts import get_rendition_or_not_found

from broadsheet.media.shapes import SHARING
from broadsheet.news.models import Story
from broadsheet.syndication.addresses import public


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A story's lead picture, cut for sharing."""

    url: str
    width: int
    height: int
    alt: str
    credit: str
    bytes: int


def shared_picture(story: Story, *, with_size: bool = False) -> SharedPicture | None:
    """The lead picture of `story`; None without one, or when its file is gone.

    `with_size` looks at the file for its length in bytes.
    """
    picture = story.lead_picture
    if picture is None:
        return None
    try:
        cut = get_rendition_or_not_found(picture, SHARING)
        size = cut.file.size if with_size else 0
    except (SourceImageIOError, OSError):
        return None
    return SharedPicture(public(cut.url), cut.width, cut.height, story.alt, picture.credit, size)
