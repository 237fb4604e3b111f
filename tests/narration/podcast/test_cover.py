"""The cover with the paper's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from PIL import Image, ImageChops

from broadsheet.narration.podcast import cover as covers
from broadsheet.narration.podcast.cover import made_cover
from broadsheet.narration.podcast.drawing import LABEL, SIDE, drawn, letters

MARGIN = 100  # pixels; nothing stands there


@pytest.fixture
def shelf(settings: LazySettings, tmp_path: Path) -> Path:
    """Where the newsroom's files are, empty."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / covers.FOLDER


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything that is drawn."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, image.getpixel((0, 0)))).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    "name",
    [
        "The Harbour Ledger",
        "Győri Újság",
        "Гаванська газета",
        "Gazette & <b>Sons</b>",
        "The Voice of the Northern Islands and of Everything That Lies Beyond Them",
        "Donaudampfschifffahrtsgesellschaftsanzeigerundtageszeitungsvereinsblatt",
    ],
)
def test_a_name_keeps_within_the_margins(name: str) -> None:
    left, top, right, bottom = ink(drawn(name))
    assert min(left, top) >= MARGIN
    assert max(right, bottom) <= SIDE - MARGIN
    assert drawn(name).tobytes() != drawn(LABEL).tobytes()


@pytest.mark.parametrize("name", ["", "  ", "العربية", "海港日報"])
def test_a_name_that_the_letters_do_not_know_is_left_out(name: str) -> None:
    assert drawn(name).tobytes() == drawn("").tobytes()


def test_a_sign_without_a_letter_is_left_out_of_a_name() -> None:
    assert drawn("Ledger \N{SAILBOAT}").tobytes() == drawn("Ledger").tobytes()


def test_each_sign_is_drawn_from_the_file_that_has_it() -> None:
    assert letters("serif").knows("Győr Київ Ðæ")
    assert not letters("serif").knows("港")


def test_it_is_drawn_once(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = made_cover("The Harbour Ledger")
    monkeypatch.setattr(covers, "drawn", None)
    assert made_cover("The Harbour Ledger") == address
    assert [f"/media/{covers.FOLDER}/{file.name}" for file in shelf.iterdir()] == [address]


def test_another_name_has_another_cover(shelf: Path) -> None:
    assert made_cover("The Harbour Ledger") != made_cover("The Port Ledger")


def test_two_who_draw_it_at_once_leave_one(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def after_another(name: str) -> Image.Image:
        monkeypatch.setattr(covers, "drawn", drawn)
        made_cover(name)
        return drawn(name)

    monkeypatch.setattr(covers, "drawn", after_another)
    address = made_cover("The Harbour Ledger")
    assert [f"/media/{covers.FOLDER}/{file.name}" for file in shelf.iterdir()] == [address]
