"""Reading an export: what is sound is read in any order, what is not is refused in one line."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from broadsheet.imports.errors import ExportError
from broadsheet.imports.wordpress.index import build_index
from broadsheet.imports.wordpress.reader import read_records
from broadsheet.imports.wordpress.records import Post
from tests.imports.conftest import EXPORTS

OPENING = (EXPORTS / "old_quay.xml").read_text().partition("<wp:author>")[0]
ENDING = "</channel></rss>"


def _export(folder: Path, items: str) -> Path:
    path = folder / "export.xml"
    path.write_text(OPENING + items + ENDING)
    return path


def _posts(path: Path) -> list[Post]:
    return [record for record in read_records(path) if isinstance(record, Post)]


def test_the_index_knows_everything_that_the_export_holds(old_quay: Path) -> None:
    index = build_index(old_quay)
    assert index.site == "https://oldquay.example"
    assert index.records["post"] == 15
    assert index.records["page"] == 3
    assert set(index.authors) == {"ada", "ben", "guest"}
    assert index.attachments[50].alt == "The <i>Marigold</i>"
    assert index.reusable[70].startswith("<!-- wp:paragraph -->")


def test_a_private_e_mail_address_is_not_even_read(old_quay: Path) -> None:
    assert "ada@oldquay.example" not in repr(list(read_records(old_quay)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cut_off", "cut off"),
        ("not_wordpress", "no WordPress export"),
        ("not_rss", "no WordPress export"),
        ("billion_laughs", "entities"),
        ("external_entity", "entities"),
        ("wrong_encoding", "encoding"),
        ("nul_bytes", "NUL"),
        ("no_such_file", "cannot be opened"),
    ],
)
def test_an_unsound_file_is_refused_in_one_clear_line(name: str, words: str) -> None:
    with pytest.raises(ExportError, match=words) as refusal:
        build_index(EXPORTS / f"{name}.xml")
    assert "\n" not in str(refusal.value)


def test_wherever_an_export_is_cut_off_it_is_refused(old_quay: Path, tmp_path: Path) -> None:
    whole = old_quay.read_bytes()
    stump = tmp_path / "stump.xml"
    for length in range(0, len(whole.rstrip()) - 1, 997):
        stump.write_bytes(whole[:length])
        with pytest.raises(ExportError):
            build_index(stump)


def test_an_archive_in_several_files_is_one_archive(old_quay: Path, tmp_path: Path) -> None:
    opening, *items = old_quay.read_text().partition("</channel>")[0].split("  <item>")
    parts = []
    for number, some in enumerate((items[:8], items[8:])):
        parts.append(tmp_path / f"part{number}.xml")
        parts[-1].write_text("  <item>".join([opening, *some]) + ENDING)
    assert build_index(*parts).records == build_index(old_quay).records


def test_archives_of_two_blogs_are_not_mixed(old_quay: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text(old_quay.read_text().replace("oldquay.example", "newquay.example"))
    with pytest.raises(ExportError, match="another blog"):
        build_index(old_quay, other)


def test_a_packed_export_is_to_be_unpacked_first(tmp_path: Path) -> None:
    packed = tmp_path / "export.zip"
    packed.write_bytes(b"PK\x03\x04and so on")
    with pytest.raises(ExportError, match="unpack"):
        build_index(packed)


def test_a_folder_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be opened"):
        build_index(tmp_path)


def test_control_characters_from_word_processors_are_left_out_and_counted() -> None:
    path = EXPORTS / "control_characters.xml"
    assert build_index(path).dropped_characters == 2
    assert _posts(path)[0].content == "Pasted from a word processor."


def test_older_versions_of_the_format_are_read_too(old_quay: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.xml"
    older.write_text(old_quay.read_text().replace("export/1.2/", "export/1.0/"))
    assert build_index(older).records == build_index(old_quay).records


def test_a_stray_bracket_before_an_authors_name_is_no_author(tmp_path: Path) -> None:
    item = "<item><dc:creator>&gt;<![CDATA[ada]]></dc:creator><wp:post_type>post</wp:post_type></item>"
    assert _posts(_export(tmp_path, item))[0].creator == "ada"


def test_an_item_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = _export(tmp_path, "<item><title>" + "x" * (33 * 2**20) + "</title></item>")
    with pytest.raises(ExportError, match="longer than"):
        build_index(path)


def test_reading_takes_no_more_memory_for_a_longer_export(tmp_path: Path) -> None:
    item = f"<item><wp:post_type>post</wp:post_type><content:encoded>{'fog ' * 5000}</content:encoded></item>"
    path = _export(tmp_path, item * 500)
    tracemalloc.start()
    build_index(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 10_000_000
    assert peak < 2_000_000
