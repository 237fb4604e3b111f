"""An act that cannot be done is kept with its reason, and holds up no other."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from broadsheet.edge.models import Change
from broadsheet.edge.spool import refused, spool, take_in, waiting
from tests.edge.spool.crew import SIGN_UP, beat, done, ended, fork, sign_up, spool_readers

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NAME = "00000000000000000001-6f0c1a54-3f0e-4d2e-9d6b-0d1f6a2b3c4d"


def poison(act: dict[str, Any]) -> None:
    """Write something, then stumble."""
    sign_up(act)
    raise ZeroDivisionError(f"{act['reader']} is divided by nothing")


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.__dict__["event"] for record in caplog.records if "event" in record.__dict__]


def test_a_poisoned_act_is_refused_after_five_tries_with_its_reason(
    home: Path, desk: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    desk[SIGN_UP] = poison
    act = spool(SIGN_UP, {"reader": "Cleo"})
    beat(4)
    assert (waiting(), refused()) == (1, 0)
    beat(1)
    assert (waiting(), refused(), done()) == (0, 1, [])
    file, why = sorted((home / "spool" / "refused").iterdir())
    assert file.name.endswith(f"-{act}.json")
    assert "ZeroDivisionError: Cleo is divided by nothing" in why.read_text()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, why, file.parent)] == [0o600, 0o600, 0o700]
    assert events(caplog) == ["act_failed"] * 4 + ["act_refused"]


def test_the_log_does_not_repeat_what_a_reader_wrote(
    desk: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    desk[SIGN_UP] = poison
    spool(SIGN_UP, {"reader": "Cleo"})
    beat(5)
    assert "ZeroDivisionError" in caplog.text
    assert "Cleo" not in caplog.text


def test_it_holds_up_no_other(desk: dict[str, Any]) -> None:
    desk["poison"] = poison
    for _ in range(3):
        spool("poison", {"reader": "nobody"})
    names = spool_readers(4)
    assert [take_in(most=3), take_in(most=3), take_in(most=3)] == [0, 3, 1]
    assert done() == names


def test_an_act_of_a_kind_that_nobody_takes(home: Path) -> None:
    spool("unheard-of", {"reader": "Cleo"})
    names = spool_readers(1)
    assert beat(5) == 1
    assert (done(), refused()) == (names, 1)
    (why,) = (home / "spool" / "refused").glob("*.txt")
    assert "Nobody takes acts of the kind “unheard-of”." in why.read_text()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (NAME, b'{"version": 1, "kind": "newsle'),
        (NAME, b""),
        (NAME, b"\x00" * 4096),
        (NAME, b"[" * 50_000),
        (NAME, b'"' + b"x" * 70_000 + b'"'),
        (NAME, b'{"version": 2, "kind": "newsletter.sign-up", "act": {}}'),
        (NAME, b'{"version": 1, "kind": "newsletter.sign-up", "act": []}'),
        ("shopping list", b"{}"),
    ],
)
def test_a_file_that_holds_no_act_is_refused_and_not_lost(name: str, content: bytes, home: Path) -> None:
    readers = spool_readers(1)
    (home / "spool" / "waiting" / f"{name}.json").write_bytes(content)
    assert beat(5) == 1
    assert (done(), waiting(), refused()) == (readers, 0, 1)
    assert (home / "spool" / "refused" / f"{name}.json").read_bytes() == content


def test_one_refused_file_does_not_cover_another_of_the_same_name(home: Path) -> None:
    spool_readers(1)
    for content in ("first", "second"):
        (home / "spool" / "waiting" / "list.json").write_text(content)
        beat(5)
    kept = {path.read_text() for path in (home / "spool" / "refused").glob("*.json")}
    assert kept == {"first", "second"}


def test_a_refused_act_that_is_moved_back_is_done(home: Path, desk: dict[str, Any]) -> None:
    desk[SIGN_UP] = poison
    spool(SIGN_UP, {"reader": "Cleo"})
    beat(5)
    desk[SIGN_UP] = sign_up
    (file,) = (home / "spool" / "refused").glob("*.json")
    file.rename(home / "spool" / "waiting" / file.name)
    assert take_in() == 1
    assert (done(), refused()) == (["Cleo"], 0)


def test_a_deed_that_the_database_refuses_at_the_end_is_undone_whole(desk: dict[str, Any]) -> None:
    def half(act: dict[str, Any]) -> None:
        sign_up(act)
        Change.objects.create(tags=None)

    desk[SIGN_UP] = half
    spool_readers(1)
    assert beat(5) == 0
    assert (done(), refused()) == ([], 1)


def test_trouble_of_a_database_that_answers_is_waited_out_and_holds_up_no_other(
    desk: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    def full(act: dict[str, Any]) -> None:
        raise OperationalError("database or disk is full")

    desk["letter"] = full
    spool("letter", {"reader": "Dan"})
    names = spool_readers(2)
    assert beat(9) == 2
    assert (done(), waiting(), refused()) == (names, 1, 0)
    assert events(caplog).count("act_put_off") == 9
    desk["letter"] = sign_up
    assert take_in() == 1


def kill_oneself(act: dict[str, Any]) -> None:
    sign_up(act)
    os.kill(os.getpid(), signal.SIGKILL)


def test_an_act_that_kills_the_process_does_not_kill_it_for_ever(home: Path, desk: dict[str, Any]) -> None:
    desk["deadly"] = kill_oneself
    spool("deadly", {"reader": "Dan"})
    names = spool_readers(2)
    ends = [ended(fork(take_in)) for _ in range(6)]
    assert ends == [-signal.SIGKILL] * 5 + [0]
    assert (done(), waiting(), refused()) == (names, 0, 1)
    (why,) = (home / "spool" / "refused").glob("*.txt")
    assert "5 times the process ended while it was doing this act" in why.read_text()
