"""The media folder: what is in it is used, what is outside it is never read."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.imports.media_folder import MediaFolder
from broadsheet.media.models import Picture
from tests.factories import Paper
from tests.imports.conftest import EXPORTS
from tests.imports.newsroom import bring_in

UPLOAD = "https://oldquay.example/wp-content/uploads/2019/03"
OUTSIDE = (
    "../../etc/passwd",
    "/../secret.jpg",
    "/etc/passwd",
    "..\\secret.jpg",
    "C:\\secret.jpg",
    "2019/03/link.jpg",
    "secret.jpg\0.jpg",
    f"{UPLOAD}/../../../../secret.jpg",
    f"{UPLOAD}/..%2f..%2fsecret.jpg",
    "",
    "/",
    "x" * 5000,
)


def test_a_file_is_found_below_its_year_and_month(uploads: Path) -> None:
    assert MediaFolder(uploads).find(f"{UPLOAD}/boat.jpg") == uploads / "2019/03/boat.jpg"


def test_a_resized_copy_finds_the_original(uploads: Path) -> None:
    assert MediaFolder(uploads).find(f"{UPLOAD}/boat-300x200.jpg?w=604") == uploads / "2019/03/boat.jpg"


def test_the_folder_may_stand_above_the_uploads(uploads: Path) -> None:
    (uploads.parent / "wp-content").mkdir()
    (uploads.parent / "wp-content" / "uploads").symlink_to(uploads)
    assert MediaFolder(uploads.parent).find(f"{UPLOAD}/boat.jpg") == uploads / "2019/03/boat.jpg"


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_is_found(name: str, uploads: Path) -> None:
    secret = uploads.parent / "secret.jpg"
    secret.write_bytes(b"secret")
    (uploads / "2019/03/link.jpg").symlink_to(secret)
    assert MediaFolder(uploads).find(name) is None


def test_without_a_folder_nothing_is_found() -> None:
    assert MediaFolder(None).find("boat.jpg") is None


def test_a_picture_has_its_words(paper: Paper, old_quay: Path, uploads: Path) -> None:
    bring_in(old_quay, media=uploads)
    picture = Picture.objects.get(title="boat")
    assert (picture.description, picture.caption, picture.width) == ("The Marigold", "Our ferry", 320)


def test_a_picture_that_no_story_shows_stays_outside(paper: Paper, old_quay: Path, uploads: Path) -> None:
    report = bring_in(old_quay, media=uploads)
    assert set(Picture.objects.values_list("title", flat=True)) == {"boat", "quay"}
    assert report.skips["pictures", "no story shows it"] == 1


def test_every_missing_file_is_listed_with_its_stories(paper: Paper, old_quay: Path, uploads: Path) -> None:
    report = bring_in(old_quay, media=uploads)
    assert report.missing_files == {f"{UPLOAD}/lost.png": ["The ferry was late"]}


@pytest.mark.parametrize(
    "content", [b"<svg onload='steal()'/>", b"GIF89a", b"", b"\xff\xd8\xff\xe0 and so on"]
)
def test_a_file_that_only_says_it_is_a_picture_is_not_taken(
    content: bytes, paper: Paper, old_quay: Path, uploads: Path
) -> None:
    (uploads / "2019/03/boat.jpg").write_bytes(content)
    report = bring_in(old_quay, media=uploads)
    assert not Picture.objects.filter(title="boat").exists()
    assert report.skips["pictures", "the file is not a picture"] == 1
    assert f"{UPLOAD}/boat.jpg" in report.missing_files


def test_an_export_that_asks_for_files_outside_gets_none(paper: Paper, uploads: Path) -> None:
    bring_in(EXPORTS / "hostile.xml", media=uploads)
    assert not Picture.objects.exists()
