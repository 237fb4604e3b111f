"""Audio is served whole and in parts, without Django, and without ever being held whole."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from broadsheet.edge.answering import parts as answering
from broadsheet.edge.answering.parts import AT_ONCE, Parts
from tests.edge.asking import Answer, Reader, in_a_loop, scope_of

AUDIO = bytes(range(256)) * 1000
PLACE = "/media/audio/ab/abcdef01"


async def behind(scope: Any, receive: Any, send: Any) -> None:
    """Django, as far as these tests know it: nothing is there."""
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"Django's"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Audio in its three forms, and what is nobody's business."""
    (tmp_path / "audio/ab").mkdir(parents=True)
    for ending in ("m4a", "opus", "php"):
        (tmp_path / f"audio/ab/abcdef01.{ending}").write_bytes(AUDIO)
    (tmp_path / "audio/ab/abcdef01.vtt").write_text("WEBVTT\n")
    (tmp_path / "audio/ab/empty.vtt").touch()
    (tmp_path / "audio/ab/folder.vtt").mkdir()
    (tmp_path / "secret.vtt").write_text("secret")
    (tmp_path / "audio/ab/link.vtt").symlink_to(tmp_path / "secret.vtt")
    os.mkfifo(tmp_path / "audio/ab/pipe.vtt")
    return tmp_path / "audio"


@pytest.fixture
def parts(folder: Path) -> Parts:
    """The application in front of Django."""
    return Parts(behind, folder, https=True)


@pytest.fixture
def player(parts: Parts) -> Iterator[Reader]:
    """Somebody who listens."""
    reader = Reader(parts)
    yield reader
    reader.close()


def test_a_file_leaves_whole_with_all_that_a_player_needs(player: Reader) -> None:
    answer = player.get(f"{PLACE}.m4a")
    assert (answer.status, answer.body) == (200, AUDIO)
    assert answer.headers["content-type"] == "audio/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(AUDIO))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "strict-transport-security" in answer.headers


@pytest.mark.parametrize(("ending", "type_"), [("opus", "audio/ogg"), ("vtt", "text/vtt; charset=utf-8")])
def test_the_type_is_ours_whatever_the_machine_knows(player: Reader, ending: str, type_: str) -> None:
    assert player.get(f"{PLACE}.{ending}").headers["content-type"] == type_


def test_a_part_leaves_alone(player: Reader) -> None:
    first, last = AT_ONCE - 3, 3 * AT_ONCE + 5
    answer = player.get(f"{PLACE}.opus", range=f"bytes={first}-{last}")
    assert (answer.status, answer.body) == (206, AUDIO[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(AUDIO)}"
    assert answer.headers["content-length"] == str(last - first + 1)


def test_a_part_that_is_not_there_is_told(player: Reader) -> None:
    answer = player.get(f"{PLACE}.opus", range=f"bytes={len(AUDIO)}-")
    assert (answer.status, answer.body) == (416, b"")
    assert answer.headers["content-range"] == f"bytes */{len(AUDIO)}"
    assert answer.headers["cache-control"] == "no-store"


def test_who_only_asks_about_it_gets_no_body(player: Reader) -> None:
    answer = player.get(f"{PLACE}.m4a", method="HEAD", range="bytes=0-9")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(AUDIO))


def test_a_player_goes_on_with_the_file_that_it_began(player: Reader) -> None:
    whole = player.get(f"{PLACE}.m4a").headers
    for known in (whole["etag"], whole["last-modified"]):
        assert player.get(f"{PLACE}.m4a", range="bytes=5-", if_range=known).status == 206
    for other in ('"other"', f"W/{whole['etag']}", "Sun, 06 Nov 1994 08:49:37 GMT"):
        assert player.get(f"{PLACE}.m4a", range="bytes=5-", if_range=other).body == AUDIO


def test_who_has_it_is_told_so(player: Reader) -> None:
    whole = player.get(f"{PLACE}.m4a").headers
    assert player.get(f"{PLACE}.m4a", if_none_match=whole["etag"], range="bytes=0-1").status == 304
    assert player.get(f"{PLACE}.m4a", if_modified_since=whole["last-modified"]).status == 304
    assert player.get(f"{PLACE}.m4a", if_none_match='"other"').status == 200


def test_nothing_is_served_as_nothing(player: Reader) -> None:
    answer = player.get("/media/audio/ab/empty.vtt")
    assert (answer.status, answer.body, answer.headers["content-length"]) == (200, b"", "0")


@pytest.mark.parametrize(
    "path",
    [
        *(f"{PLACE}.php", f"{PLACE}.m4a/", f"{PLACE}", "/media/audio/ab/gone.vtt", "/media/audio/"),
        *("/media/audio/ab/link.vtt", "/media/audio/ab/folder.vtt", "/media/audio/ab/pipe.vtt"),
        *(
            "/media/audio/../secret.vtt",
            "/media/audio/%2e%2e/secret.vtt",
            "/media/audio/ab/..%2f..%2f../secret.vtt",
        ),
        *(
            "/media/audio//ab/abcdef01.m4a",
            "/media/audio/ab/abcdef01.m4a%00.vtt",
            "/media/images/abcdef01.m4a",
        ),
    ],
)
def test_everything_else_is_left_to_django(player: Reader, path: str) -> None:
    answer = player.get(path)
    assert (answer.status, answer.body) == (404, b"Django's")


def test_what_is_sent_is_left_to_django(player: Reader) -> None:
    assert player.get(f"{PLACE}.m4a", method="POST").body == b"Django's"


def test_a_slow_reader_is_given_no_more_than_they_take(parts: Parts) -> None:
    assert in_a_loop(_pieces_taken(parts, takes=3)) == 4  # the fourth waits for them


def test_a_reader_who_takes_nothing_is_let_go(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "PATIENCE", 0.05)
    assert in_a_loop(_pieces_taken(parts, takes=1, until_let_go=True)) == 2


def test_nothing_is_read_for_a_reader_who_is_gone(parts: Parts) -> None:
    assert in_a_loop(_pieces_for_one_who_leaves(parts)) <= 1


def test_a_file_that_shrinks_is_cut_off_and_not_made_up(folder: Path, parts: Parts) -> None:
    assert in_a_loop(_shrinking(parts, folder / "ab/abcdef01.m4a")).body == AUDIO[: 2 * AT_ONCE]


async def _never() -> dict[str, Any]:
    return await asyncio.get_running_loop().create_future()


async def _pieces_taken(parts: Parts, *, takes: int, until_let_go: bool = False) -> int:
    """How many pieces are offered to one who takes no more than so many."""
    offered = 0

    async def send(message: dict[str, Any]) -> None:
        nonlocal offered
        if message["type"] == "http.response.body":
            offered += 1
            assert len(message["body"]) <= AT_ONCE
            if offered > takes:
                await _never()

    answering = asyncio.ensure_future(parts(scope_of(f"{PLACE}.m4a"), _never, send))
    if until_let_go:
        await answering
    else:
        await asyncio.wait({answering}, timeout=0.05)
        answering.cancel()
    return offered


async def _pieces_for_one_who_leaves(parts: Parts) -> int:
    sent = 0

    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal sent
        sent += message["type"] == "http.response.body"
        await asyncio.sleep(0)

    await parts(scope_of(f"{PLACE}.m4a"), gone, send)
    return sent


async def _shrinking(parts: Parts, file: Path) -> Answer:
    body = b""

    async def send(message: dict[str, Any]) -> None:
        nonlocal body
        body += message.get("body", b"")
        if len(body) == 2 * AT_ONCE:
            os.truncate(file, AT_ONCE)

    await parts(scope_of(f"{PLACE}.m4a"), _never, send)
    return Answer(200, {}, body)
