"""Draws the demo paper's pictures and cuts them, on every core."""

from __future__ import annotations

import io
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

import django
from django.core.files.base import ContentFile

from broadsheet.demo.seeding.wanted import Wanted

CREDIT = "Illustration: The Harbour Ledger"


def make_pictures(wanted: dict[str, Wanted]) -> Iterator[tuple[str, int]]:
    """Yield each motif of `wanted` with its picture's id as soon as it is drawn and cut.

    A motif that was drawn before is not drawn again.
    """
    from broadsheet.media.models import Picture

    known = dict(Picture.objects.filter(title__in=wanted).values_list("title", "pk"))
    yield from known.items()
    missing = [motif for motif in wanted if motif not in known]
    if not missing:
        return
    # Fresh processes: a forked one would share its parent's database connection.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context, initializer=django.setup) as pool:
        jobs = [pool.submit(make_picture, motif, wanted[motif]) for motif in missing]
        for job in as_completed(jobs):
            yield job.result()


def make_picture(motif: str, wanted: Wanted) -> tuple[str, int]:
    """Draw one motif, keep it and cut it; returns the motif and the picture's id."""
    from broadsheet.demo.pictures import draw
    from broadsheet.media.actions.prepare import prepare
    from broadsheet.media.models import Picture

    drawn = draw(motif, size=(800, 800)) if "square" in wanted.shapes else draw(motif)
    file = io.BytesIO()
    drawn.convert("RGB").save(file, "JPEG", quality=85)
    picture = Picture(title=motif, description=wanted.alt, caption=wanted.caption, credit=CREDIT)
    picture.file.save(f"{motif}.jpg", ContentFile(file.getvalue()), save=False)
    picture.width, picture.height = drawn.size
    picture.save()
    prepare(picture, *wanted.shapes)
    return motif, picture.pk
