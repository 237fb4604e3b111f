"""`broadsheet bounces` reads a mail, an mbox, a Maildir and standard input, and says what it found."""

from __future__ import annotations

import io
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from broadsheet.delivery.bounces.files import mails_in
from broadsheet.delivery.bounces.verp import verp
from broadsheet.delivery.models import Delivery
from tests.delivery.bounces import samples

FROM = b"From MAILER-DAEMON Sun Nov 29 16:10:36 2026\n"


def run(name: str | Path, **options: bool) -> dict[str, str]:
    """The lines that are printed, by their words."""
    said = io.StringIO()
    call_command("bounces", str(name), stdout=said, **options)
    return dict(line.partition("\t")[::2] for line in said.getvalue().splitlines())


@pytest.fixture
def mails(sent: Delivery) -> list[bytes]:
    """A hard bounce, a forged one, somebody's letter."""
    to = verp(sent.pk)
    forged = samples.postfix("bounces@paper.example", "<made-up@b>")
    return [samples.postfix(to, "<a@b>"), forged, samples.letter(to, "<a@b>")]


def test_an_mbox_is_taken_apart_and_counted(mails: list[bytes], tmp_path: Path) -> None:
    file = tmp_path / "bounces.mbox"
    file.write_bytes(b"".join(FROM + mail.replace(b"\r\n", b"\n") + b"\n" for mail in [*mails, mails[0]]))
    rehearsed = run(file, dry_run=True)
    assert rehearsed.keys() >= {"This was a dry run: nothing was written."}
    found = run(file)
    assert {words: count for words, count in found.items() if count} == {
        "Hard bounces": "1",
        "Soft bounces": "0",
        "Complaints": "0",
        "Counted before": "1",
        "Not proven to be about our mail": "1",
        "Not about our mail": "0",
        "Not understood": "1",
    }
    assert f"  {samples.READER} (1)" in found


def test_a_maildir_is_read_and_left_as_it_was(mails: list[bytes], tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "new" / "1.a").write_bytes(mails[0])
    (tmp_path / "cur" / "2.a:2,S").write_bytes(mails[2])
    (tmp_path / "tmp" / "3.a").write_bytes(mails[0])
    before = sorted(tmp_path.rglob("*"))
    found = run(tmp_path)
    assert (found["Hard bounces"], found["Not understood"]) == ("1", "1")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_mail_and_standard_input(
    mails: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.eml").write_bytes(mails[0])
    assert run(tmp_path / "one.eml", dry_run=True)["Hard bounces"] == "1"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mails[0])))
    assert run("-")["Hard bounces"] == "1"


@pytest.mark.parametrize("name", ["none.eml", "empty.mbox", "empty folder", "empty maildir", "locked.eml"])
def test_what_cannot_be_read_is_said_in_a_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.mbox").touch()
    (tmp_path / "empty folder").mkdir()
    (tmp_path / "empty maildir" / "new").mkdir(parents=True)
    (tmp_path / "locked.eml").touch()
    real: Any = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "locked.eml":  # root may read everything
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CommandError, match=r"^[^\n]+\.$") as caught:
        run(tmp_path / name)
    assert name in str(caught.value)


def test_a_huge_mbox_is_held_one_mail_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "huge.mbox"
    with file.open("wb") as written:
        for _ in range(5):
            written.write(FROM + b"Subject: x\n\n" + b"From the sea\n" + b"a" * 4_000_000 + b"\n\n")
    tracemalloc.start()
    sizes = [len(mail) for mail in mails_in(str(file))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sizes) == 5
    assert max(sizes) < 1_100_000
    assert peak < 5_000_000
