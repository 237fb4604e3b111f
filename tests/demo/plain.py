"""Pictures for the demo paper that cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.demo.seeding.pictures import CREDIT
from broadsheet.demo.seeding.wanted import Wanted
from broadsheet.media.models import Picture
from tests.factories import make_picture


def plain_pictures(
    wanted: dict[str, Wanted], *, size: tuple[int, int] = (96, 64)
) -> Iterator[tuple[str, int]]:
    """As `make_pictures` does it, without drawing."""
    known = dict(Picture.objects.filter(title__in=wanted).values_list("title", "pk"))
    yield from known.items()
    for motif in wanted.keys() - known:
        words = wanted[motif]
        given = {"alt": words.alt, "caption": words.caption, "credit": CREDIT}
        yield motif, make_picture(motif, size=size, **given).pk
