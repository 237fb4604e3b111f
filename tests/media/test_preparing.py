"""Pictures are cut by the worker, ahead of their first reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from broadsheet.media.actions.prepare import prepare
from broadsheet.media.avif import SPEED
from broadsheet.media.models import Picture
from broadsheet.media.querysets import load_renditions
from broadsheet.media.shapes import SHAPES
from broadsheet.media.tasks import prepare_picture
from tests.factories import make_picture


def test_an_upload_is_cut_after_it_is_saved(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture()
    cut = set(picture.renditions.values_list("filter_spec", flat=True))
    assert cut.issuperset(SHAPES["3x2"].specs + SHAPES["sharing"].specs)


def test_cutting_twice_makes_nothing_twice(db: None) -> None:
    picture = make_picture()
    assert prepare(picture, "3x2") == prepare(picture, "3x2") == len(SHAPES["3x2"].specs)
    assert picture.renditions.count() == len(SHAPES["3x2"].specs)


def test_a_picture_deleted_before_its_turn_is_no_error(db: None) -> None:
    prepare_picture.call(404)


def test_a_broken_file_does_not_stop_the_upload(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture()
        Path(picture.file.path).write_bytes(b"broken")
    assert Picture.objects.filter(pk=picture.pk).exists()


def test_many_pictures_get_their_renditions_with_one_query(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        prepare(make_picture(f"Mole {number}"), "3x2")
    pictures = list(Picture.objects.all())
    with django_assert_num_queries(1):
        load_renditions({"3x2": pictures, "square": []})
    with django_assert_num_queries(0):
        for picture in pictures:
            picture.get_renditions(*SHAPES["3x2"].specs)


def test_a_queryset_brings_the_renditions_along(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    prepare(make_picture(), "3x2")
    with django_assert_num_queries(2):
        [picture] = Picture.objects.ready_to_show("3x2")
        picture.get_renditions(*SHAPES["3x2"].specs)


def test_no_pictures_ask_for_nothing(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        load_renditions({"3x2": []})


def test_originals_are_not_for_readers(cleo: Client, db: None) -> None:
    picture = make_picture()
    assert picture.file.name.startswith("original_images/")


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_falls_back_to_jpeg(shape: str) -> None:
    assert SHAPES[shape].specs[-1].endswith("|format-jpeg")


def test_avif_is_written_at_the_speed_that_the_paper_chose(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    speeds = []
    save = Image.Image.save

    def watched(image: Image.Image, file: Any, kind: str, **options: Any) -> None:
        speeds.append(options.get("speed"))
        save(image, file, kind, **options)

    picture = make_picture()
    monkeypatch.setattr(Image.Image, "save", watched)
    picture.get_rendition("width-50|format-avif")
    assert speeds == [SPEED]
