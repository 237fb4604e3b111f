"""What the demo says when it is up can be typed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.cli.demo_welcome import filing_command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv/bin/broadsheet"), "demo"])
    return tmp_path


def test_an_item_is_filed_by_one_line_from_the_folder_of_the_demo(here: Path) -> None:
    assert filing_command("http://127.0.0.1:8000", here / "var") == (
        ".venv/bin/broadsheet --home var wire post 'The Kittiwake is back at her berth' --section harbour"
    )


def test_the_line_names_an_address_that_is_not_the_usual_one(here: Path) -> None:
    assert filing_command("http://127.0.0.1:9000", here / "var").startswith(
        "BROADSHEET_URL=http://127.0.0.1:9000 "
    )


def test_a_folder_elsewhere_is_named_whole_and_quoted(here: Path) -> None:
    assert "--home '/srv/a paper' " in filing_command("http://127.0.0.1:8000", Path("/srv/a paper"))
