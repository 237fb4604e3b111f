"""A picture on a page: modern formats, several widths, no jump while it loads, and no page broken by a bad file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.template import Context, Template

from broadsheet.media.models import Picture
from tests.factories import make_picture


def show(picture: Picture | None, options: str = "") -> Tag | None:
    """The `<picture>` that the tag makes."""
    template = Template("{% load media_tags %}{% picture picture " + options + " %}")
    return BeautifulSoup(template.render(Context({"picture": picture})), "html.parser").picture


def img(picture: Picture, options: str = "") -> dict[str, Any]:
    shown = show(picture, options)
    assert shown is not None
    assert shown.img is not None
    return shown.img.attrs


@pytest.fixture
def wide(db: None) -> Picture:
    """Large enough for every width, and not in the shape of a card."""
    return make_picture(size=(1600, 800))


def test_a_picture_comes_as_avif_webp_and_jpeg(wide: Picture) -> None:
    shown = show(wide)
    assert shown is not None
    assert [source["type"] for source in shown.find_all("source")] == ["image/avif", "image/webp"]
    assert str(shown.img["src"]).endswith(".jpg")


def test_a_large_picture_comes_in_four_widths(wide: Picture) -> None:
    shown = show(wide, 'shape="natural"')
    assert shown is not None
    for source in shown.find_all("source"):
        widths = [part.split()[-1] for part in str(source["srcset"]).split(", ")]
        assert widths == ["320w", "640w", "960w", "1440w"]


def test_a_picture_keeps_its_place_while_it_loads(wide: Picture) -> None:
    assert (img(wide, 'shape="natural"')["width"], img(wide, 'shape="natural"')["height"]) == ("1440", "720")


def test_a_card_cuts_every_picture_to_the_same_shape(wide: Picture) -> None:
    assert int(img(wide)["width"]) * 2 == int(img(wide)["height"]) * 3


def test_a_small_original_is_not_offered_twice_at_one_width(db: None) -> None:
    shown = show(make_picture(size=(96, 64)))
    assert shown is not None
    assert [str(source["srcset"]).count(",") for source in shown.find_all("source")] == [0, 0]


def test_a_picture_waits_until_it_is_near(wide: Picture) -> None:
    assert img(wide)["loading"] == "lazy"
    assert "fetchpriority" not in img(wide)


def test_the_first_picture_of_a_page_does_not_wait(wide: Picture) -> None:
    assert img(wide, "priority=True")["fetchpriority"] == "high"
    assert "loading" not in img(wide, "priority=True")


def test_a_picture_says_what_it_shows(wide: Picture) -> None:
    assert img(wide)["alt"] == wide.description
    assert img(wide, 'alt="A breach"')["alt"] == "A breach"


def test_a_picture_whose_link_says_it_all_is_silent(wide: Picture) -> None:
    assert img(wide, 'alt=""')["alt"] == ""


def test_words_about_a_picture_cannot_break_out_of_the_page(db: None) -> None:
    hostile = make_picture(alt='"><script>alert(1)</script>')
    assert img(hostile)["alt"] == hostile.description


def test_no_picture_shows_nothing(db: None) -> None:
    assert show(None) is None


def test_a_new_focal_point_gives_a_new_crop(wide: Picture) -> None:
    before = img(wide)["src"]
    wide.focal_point_x, wide.focal_point_y = 100, 100
    wide.focal_point_width = wide.focal_point_height = 50
    wide.save()
    assert img(Picture.objects.get(pk=wide.pk))["src"] != before


def test_the_crop_keeps_the_focal_point_in_view(db: None) -> None:
    square = make_picture(size=(900, 900))
    square.focal_point_x, square.focal_point_y, square.focal_point_width, square.focal_point_height = (
        450,
        60,
        100,
        100,
    )
    square.save()
    square.get_renditions("fill-320x213|format-jpeg")
    [rendition] = square.renditions.filter(filter_spec="fill-320x213|format-jpeg")
    assert rendition.focal_point_key
    assert 0 <= rendition.focal_point.centroid[1] <= rendition.height


@pytest.mark.parametrize("damage", ["gone", "cut off", "no picture"])
def test_a_file_that_is_gone_or_broken_leaves_the_page_standing(wide: Picture, damage: str) -> None:
    wide.renditions.all().delete()
    file = Path(wide.file.path)
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:400] if damage == "cut off" else b"MZ not a picture")
    assert show(Picture.objects.get(pk=wide.pk)) is None
