"""Exports of an invented blog, and a copy of its uploads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

EXPORTS = Path(__file__).parent / "exports"


@pytest.fixture
def old_quay() -> Path:
    """An export with something of everything."""
    return EXPORTS / "old_quay.xml"


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """A copy of the blog's wp-content/uploads, from which one file is missing."""
    folder = tmp_path / "uploads"
    month = folder / "2019" / "03"
    month.mkdir(parents=True)
    for number, name in enumerate(("boat.jpg", "quay.jpg", "unused.jpg")):
        Image.new("RGB", (320, 240), (40 * number, 90, 120)).save(month / name)
    (month / "timetable.pdf").write_bytes(b"%PDF-1.4 invented")
    return folder


@pytest.fixture(autouse=True)
def _media_in_a_folder_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
