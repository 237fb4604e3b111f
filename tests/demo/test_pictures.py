"""The demo newsroom's pictures: every motif is drawn, and always the same way."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from PIL import ImageChops

from broadsheet.demo.pictures import MOTIFS, draw

WANTED = sorted(tomllib.loads(files("broadsheet.demo").joinpath("content/motifs.toml").read_text("utf-8")))
SMALL = (180, 120)


@pytest.mark.parametrize("motif", WANTED)
def test_every_motif_that_the_stories_name_is_drawn(motif: str) -> None:
    picture = draw(motif, size=SMALL)
    assert picture.size == SMALL
    assert picture.mode == "RGB"


@pytest.mark.parametrize("motif", WANTED)
def test_no_picture_is_an_empty_sheet(motif: str) -> None:
    darkest_and_lightest = draw(motif, size=SMALL).convert("L").getextrema()
    assert darkest_and_lightest[1] - darkest_and_lightest[0] > 80


def test_nothing_is_drawn_that_no_motif_asks_for() -> None:
    assert sorted(MOTIFS) == WANTED


def test_the_same_motif_twice_is_the_same_picture() -> None:
    assert draw("fog-harbour", size=SMALL).tobytes() == draw("fog-harbour", size=SMALL).tobytes()


def test_a_picture_does_not_depend_on_what_was_drawn_before() -> None:
    first = draw("eelgrass", size=SMALL)
    draw("gulls", size=SMALL)
    assert draw("eelgrass", size=SMALL).tobytes() == first.tobytes()


def test_two_motifs_are_two_pictures() -> None:
    assert ImageChops.difference(draw("tram", size=SMALL), draw("bakery", size=SMALL)).getbbox()


def test_a_scene_is_three_by_two_and_a_portrait_is_square_unless_asked_otherwise() -> None:
    assert draw("survey-boat").size == (1600, 1067)
    assert draw("portrait-ada-okello").size == (800, 800)


@pytest.mark.parametrize("size", [(160, 90), (90, 160), (100, 100), (640, 427)])
def test_any_shape_is_filled_to_its_edges(size: tuple[int, int]) -> None:
    assert draw("night-harbour", size=size).size == size


def test_an_unknown_motif_is_named_in_the_error_with_those_that_exist() -> None:
    with pytest.raises(KeyError, match=r"no-such-thing.*storm-breakwater"):
        draw("no-such-thing")
