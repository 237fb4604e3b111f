"""Mail that is kept in a folder."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from broadsheet.delivery.transports.contract import Envelope, TransportDownError
from broadsheet.delivery.transports.folder import FolderTransport


def envelope(number: int) -> Envelope:
    return Envelope(number, "", "cleo@host.example", f"<{number}@paper.example>", b"Subject: A\r\n\r\nb\r\n")


def test_files_are_listed_in_the_order_of_their_mail_and_are_ours_alone(tmp_path: Path):
    folder = tmp_path / "new" / "mail"
    FolderTransport(folder).deliver((envelope(number) for number in (9, 10, 2)), lambda outcomes: None)
    names = sorted(path.name for path in folder.iterdir())
    assert [int(name.rpartition("-")[2].removesuffix(".eml")) for name in names] == [9, 10, 2]
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_leaves_no_half_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TransportDownError, match="make room"):
        FolderTransport(tmp_path).deliver(iter([envelope(1)]), lambda outcomes: None)
    assert list(tmp_path.iterdir()) == []
