"""A reader's act is kept, whole and for nobody else's eyes, or refused in one line."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from broadsheet.edge.spool import SpoolError, refused, spool, takes, waiting
from tests.edge.spool.crew import SIGN_UP, ended, fork, spool_readers


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_act_stands_in_a_file_that_a_person_can_read(home: Path) -> None:
    act = spool(SIGN_UP, {"reader": "Cleo", "asked": ["daily", "weekly"]})
    (file,) = (home / "spool" / "waiting").iterdir()
    written = json.loads(file.read_text())
    assert file.name.endswith(f"-{act}.json")
    assert (written["version"], written["kind"]) == (1, SIGN_UP)
    assert written["act"] == {"reader": "Cleo", "asked": ["daily", "weekly"]}
    assert waiting() == 1


def test_only_the_owner_may_read_it(home: Path) -> None:
    before = os.umask(0)
    try:
        spool_readers(1)
    finally:
        os.umask(before)
    (file,) = (home / "spool" / "waiting").iterdir()
    assert [mode(path) for path in (home / "spool", file.parent, file)] == [0o700, 0o700, 0o600]


def test_names_sort_by_the_time_of_arrival(home: Path) -> None:
    names = spool_readers(20)
    files = sorted((home / "spool" / "waiting").iterdir())
    assert [json.loads(file.read_text())["act"]["reader"] for file in files] == names


def test_file_and_folder_are_on_the_disk_before_it_returns(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool_readers(1)  # makes the folders
    synced: list[tuple[str, int]] = []

    def fsync(descriptor: int, real: Any = os.fsync) -> None:
        real(descriptor)
        synced.append((Path(f"/proc/self/fd/{descriptor}").readlink().name, waiting()))

    monkeypatch.setattr(os, "fsync", fsync)
    spool(SIGN_UP, {"reader": "Cleo"})
    file = sorted((home / "spool" / "waiting").iterdir())[-1]
    assert synced == [(f".{file.name}", 1), ("waiting", 2)]


def test_readers_arrive_from_many_threads_and_processes_at_once() -> None:
    processes = [fork(spool_readers, 25) for _ in range(2)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: spool_readers(5), range(10)))
    assert [ended(process) for process in processes] == [0, 0]
    assert waiting() == 100


def test_before_the_first_act_there_is_no_folder(home: Path) -> None:
    assert (waiting(), refused(), list(home.iterdir())) == (0, 0, [])


@pytest.mark.parametrize("kind", ["", "Sign Up", "../etc", "a" * 65, ".hidden", "line\n"])
def test_a_kind_with_a_name_that_does_not_do(kind: str) -> None:
    with pytest.raises(SpoolError, match="A kind's name has"):
        spool(kind, {})
    with pytest.raises(SpoolError, match="A kind's name has"):
        takes(kind)
    assert waiting() == 0


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ({"id": uuid4()}, "UUID is not JSON serializable"),
        ({"share": float("nan")}, "cannot be written as JSON"),
        ({1: "one"}, "a key that is no text"),
        ({"pair": (1, 2)}, "a tuple"),
        (["Cleo"], "An act is a dict, not list"),
        ({"words": "x" * 66_000}, "66,.* bytes; 65,536 are allowed"),
    ],
)
def test_an_act_that_would_not_come_back_as_it_was_given(act: Any, words: str) -> None:
    with pytest.raises(SpoolError, match=words) as caught:
        spool(SIGN_UP, act)
    assert "\n" not in str(caught.value)
    assert waiting() == 0


def test_a_kind_has_one_taker(desk: dict[str, Any]) -> None:
    takes("letter")(desk[SIGN_UP])
    takes("letter")(desk[SIGN_UP])
    with pytest.raises(SpoolError, match=r"crew.sign_up takes “letter” already"):
        takes("letter")(lambda act: None)


def test_a_home_that_is_gone_is_told(home: Path) -> None:
    home.rmdir()
    with pytest.raises(SpoolError, match="could not be kept: No such file"):
        spool(SIGN_UP, {})
