"""The checker reads a mirror's files as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.mirror.actions.check_mirror import DeadLink, check_mirror
from broadsheet.mirror.errors import MirrorError
from broadsheet.mirror.manifest import NAME

HEADER = '{\n"": {"url": "https://mirror.test/", "edition": "x"}\n}\n'


@pytest.fixture
def mirror(ledger: None, db: None, folder: Path) -> Path:
    """A mirror of two pages, a style sheet and a feed."""
    (folder / "harbour").mkdir(parents=True)
    (folder / "static").mkdir()
    (folder / NAME).write_text(HEADER)
    (folder / "index.html").write_text('<a href="harbour/index.html#x">x</a><link href="static/a.css">')
    (folder / "harbour/index.html").write_text(
        '<a href="../index.html">x</a><a href="https://other.test/">x</a>'
    )
    (folder / "static/a.css").write_text("@import url('a.css');")
    (folder / "feed.xml").write_text(
        '<rss><link>index.html</link><content:encoded>&lt;img src="static/a.css"&gt;</content:encoded></rss>'
    )
    return folder


def test_a_mirror_that_is_whole_has_no_dead_link(mirror: Path) -> None:
    check = check_mirror(mirror)
    assert check.dead == []
    assert (check.files, check.links) == (4, 7)


@pytest.mark.parametrize(
    ("place", "text", "link"),
    [
        ("index.html", '<a href="harbour/">x</a>', "harbour/"),
        ("index.html", '<img src="media/gone.jpg">', "media/gone.jpg"),
        ("index.html", '<img srcset="index.html 1x, gone.jpg 2x">', "gone.jpg"),
        ("harbour/index.html", '<a href="/index.html">x</a>', "/index.html"),
        ("harbour/index.html", '<a href="https://ledger.test/">x</a>', "https://ledger.test/"),
        ("harbour/index.html", '<a href="https://mirror.test/gone/">x</a>', "https://mirror.test/gone/"),
        ("harbour/index.html", '<meta http-equiv="refresh" content="0; url=gone.html">', "gone.html"),
        ("harbour/index.html", '<a href="../../outside.html">x</a>', "../../outside.html"),
        ("static/a.css", "p { background: url(gone.png) }", "gone.png"),
        ("feed.xml", "<link>gone/index.html</link>", "gone/index.html"),
        ("feed.xml", '<enclosure length="1" url="gone.jpg"/>', "gone.jpg"),
        ("feed.xml", '<content:encoded>&lt;a href="gone.html"&gt;</content:encoded>', "gone.html"),
    ],
)
def test_a_dead_link_is_found(mirror: Path, place: str, text: str, link: str) -> None:
    (mirror / place).write_text(text)
    assert check_mirror(mirror).dead == [DeadLink(place, link)]


def test_a_folder_that_is_no_mirror_is_refused(folder: Path) -> None:
    with pytest.raises(MirrorError, match="is no mirror"):
        check_mirror(folder)
