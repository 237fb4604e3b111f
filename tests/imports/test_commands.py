"""The commands: a table, a report, an answer in one line when something is wrong."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from broadsheet.imports.models import ImportedObject
from tests.factories import Paper
from tests.imports.conftest import EXPORTS


def _run(*arguments: str | Path, command: str = "import_wordpress") -> str:
    out = StringIO()
    call_command(command, *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


def test_an_import_ends_with_a_table(paper: Paper, old_quay: Path) -> None:
    out = _run(old_quay)
    assert "stories" in out
    assert "skipped" in out
    assert "readers' comments are not brought in" in out


def test_the_report_is_written_as_json(paper: Paper, old_quay: Path, uploads: Path, tmp_path: Path) -> None:
    _run(old_quay, "--media", uploads, "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["counts"]["stories"] == {"read": 15, "created": 14, "skipped": 1}
    assert report["missing_files"][0]["used_by"] == ["The ferry was late"]
    assert {"kind", "id", "title", "remark"} <= report["remarks"][0].keys()


def test_a_dry_run_says_so(paper: Paper, old_quay: Path) -> None:
    assert "nothing was written" in _run(old_quay, "--dry-run")
    assert not ImportedObject.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "cut_off",
        "not_wordpress",
        "not_rss",
        "billion_laughs",
        "external_entity",
        "wrong_encoding",
        "nul_bytes",
    ],
)
def test_an_unsound_export_changes_nothing(name: str, paper: Paper) -> None:
    before = Page.objects.count()
    with pytest.raises(CommandError) as refusal:
        _run(EXPORTS / f"{name}.xml")
    assert "\n" not in str(refusal.value)
    assert (Page.objects.count(), ImportedObject.objects.count()) == (before, 0)


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_done(
    paper: Paper, old_quay: Path, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        _run(old_quay, "--report", tmp_path / "nowhere" / "report.json")
    assert not ImportedObject.objects.exists()


def test_a_media_folder_that_is_none_is_refused(paper: Paper, old_quay: Path) -> None:
    with pytest.raises(CommandError, match="no folder"):
        _run(old_quay, "--media", old_quay)


def test_without_a_front_page_the_remedy_is_named(db: None, old_quay: Path) -> None:
    with pytest.raises(CommandError, match="broadsheet init"):
        _run(old_quay)


def test_hostile_words_reach_the_terminal_as_words(paper: Paper) -> None:
    assert "left out <script>" in _run(EXPORTS / "hostile.xml")


def test_after_an_import_everything_is_there(paper: Paper, old_quay: Path, uploads: Path) -> None:
    _run(old_quay, "--media", uploads)
    assert "All there: 8 stories, 3 pages" in _run(old_quay, command="check_wordpress")


def test_what_is_missing_after_an_import_is_named(paper: Paper, old_quay: Path) -> None:
    with pytest.raises(CommandError, match="problems"):
        _run(old_quay, command="check_wordpress")
