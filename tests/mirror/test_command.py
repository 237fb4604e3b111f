"""The command: a summary, an answer in one line when something is wrong."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from broadsheet.edge.press.press import PrintError
from broadsheet.mirror import sources
from tests.edge.paper import SmallPaper


def run(folder: Path, *options: str, out: StringIO | None = None) -> str:
    """What the command says."""
    said = out or StringIO()
    call_command("export_mirror", str(folder), *options, stdout=said)
    return said.getvalue()


def test_a_run_ends_with_counts_and_a_check(small: SmallPaper, folder: Path) -> None:
    said = run(folder)
    assert "0 removed, 0 unchanged, in" in said
    assert "0 of them dead." in said


def test_a_dry_run_says_so(small: SmallPaper, folder: Path) -> None:
    assert "nothing was written" in run(folder, "--dry-run")
    assert not folder.exists()


def test_a_dead_link_is_named_and_fails_the_check(mirror: Path) -> None:
    (mirror / "about/index.html").unlink()
    said = StringIO()
    with pytest.raises(CommandError, match="dead links"):
        run(mirror, "--check", out=said)
    assert "about/index.html (in 404.html)" in said.getvalue()
    assert "more\n" in said.getvalue() or said.getvalue().count("about/index.html") < 21
    assert not (mirror / "about/index.html").exists()


def test_a_link_that_readers_cannot_follow_is_told(small: SmallPaper, folder: Path) -> None:
    story = small.fresh(small.story)
    story.body = json.dumps([{"type": "html", "value": '<a href="/documents/9/plan.pdf">x</a>'}])
    story.save_revision().publish()
    assert "/documents/9/plan.pdf (on " in run(folder)


@pytest.mark.parametrize("url", ["mirror.test", "ftp://mirror.test/", "https://", "https://mirror.test/?a=b"])
def test_an_address_that_is_none_is_refused(folder: Path, url: str) -> None:
    with pytest.raises(CommandError, match="--url must be a web address"):
        run(folder, "--url", url)


def test_a_page_that_fails_fails_the_command(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sources.render

    def fail(address: Any) -> Any:
        if address.path == "/about/":
            raise PrintError("software")
        return real(address)

    monkeypatch.setattr(sources, "render", fail)
    with pytest.raises(CommandError, match="1 pages could not be made"):
        run(mirror)


def test_a_folder_that_is_refused_is_named_in_one_line(small: SmallPaper, folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("words")
    with pytest.raises(CommandError, match="not empty"):
        run(folder)
