"""Exports of an invented blog, and a copy of its uploads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

EXPORTS = Path(__file__).parent / "exports"


@pytest.fixture
def old_quay() -> Path:
    """An export with something of everything."""
    return EXPORTS / "old_quay.xml"


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """A copy of the blog's wp-content/uploads, from which one file is missing."""
    return make_uploads(tmp_path)


def make_uploads(folder: Path) -> Path:
    """Draw the files of the invented blog below `folder`."""
    uploads = folder / "uploads"
    month = uploads / "2019" / "03"
    month.mkdir(parents=True)
    for number, name in enumerate(("boat.jpg", "quay.jpg", "unused.jpg")):
        Image.new("RGB", (320, 240), (40 * number, 90, 120)).save(month / name)
    (month / "timetable.pdf").write_bytes(b"%PDF-1.4 invented")
    return uploads
