"""The press keeps what may be kept, makes anew what changed meanwhile, and never keeps what is one reader's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from broadsheet.edge.addresses import Address
from broadsheet.edge.press import press as press_module
from broadsheet.edge.press.press import TRIES, Press, PrintError
from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.recording import Record
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import FERRY, HOST, ended, files_of, fork, keep, words_of

Render = Callable[[Address], Printed]
Renders = Callable[[Render], list[Address]]
HTML = ("Content-Type", "text/html; charset=utf-8")


def printed(words: str, *headers: tuple[str, str], status: int = 200, **record: object) -> Printed:
    return Printed(status, (HTML, *headers), words.encode(), Record(things={"page:1"}, **record))


@pytest.fixture
def one(tmp_path: Path) -> Press:
    return Press(Store(tmp_path / "pages"))


@pytest.fixture
def renders(monkeypatch: pytest.MonkeyPatch) -> Renders:
    """Puts a function in Django's place; gives the list of what it was asked for."""

    def put(render: Render) -> list[Address]:
        asked: list[Address] = []

        def noted(address: Address) -> Printed:
            asked.append(address)
            return render(address)

        monkeypatch.setattr(press_module, "render", noted)
        return asked

    return put


def test_a_page_is_made_once(one: Press, renders: Renders) -> None:
    asked = renders(lambda address: printed("Ferry"))
    assert [words_of(one.page(FERRY)) for _ in range(3)] == ["Ferry"] * 3
    assert asked == [FERRY]


@pytest.mark.parametrize(
    "header",
    [
        ("Set-Cookie", "csrftoken=1"),
        ("Vary", "Cookie"),
        ("Vary", "Accept-Encoding, Cookie"),
        ("Vary", "*"),
        ("Vary", "Accept-Language"),
        ("Cache-Control", "private"),
        ("Cache-Control", "max-age=0, No-Store"),
        ("cache-control", "NO-CACHE"),
    ],
)
def test_what_is_for_one_reader_is_given_to_nobody(
    header: tuple[str, str], one: Press, renders: Renders
) -> None:
    renders(lambda address: printed("Ferry", header))
    assert one.page(FERRY) is None
    assert files_of(one.store) == []


@pytest.mark.parametrize("status", [301, 302, 404, 410])
def test_what_is_no_page_is_passed_on_and_not_kept(status: int, one: Press, renders: Renders) -> None:
    renders(lambda address: printed("elsewhere", status=status))
    sheet = one.page(FERRY)
    assert sheet is not None
    assert sheet.status == status
    assert ("cache-control", "no-store") in sheet.headers
    assert files_of(one.store) == []


@pytest.mark.parametrize("status", [201, 204, 206, 400, 401, 403, 405, 429])
def test_any_other_status_is_left_to_django(status: int, one: Press, renders: Renders) -> None:
    def changing(address: Address) -> Printed:
        one.store.forget(["page:9"])
        return printed("strange", status=status)

    renders(changing)
    assert one.page(FERRY) is None
    renders(lambda address: printed("strange", status=status))
    assert one.page(FERRY) is None


def test_what_leads_elsewhere_now_leaves_no_last_copy(one: Press, renders: Renders) -> None:
    keep(one.store, "Ferry", "page:1")
    one.store.forget(["page:1"])
    renders(lambda address: printed("gone", status=404))
    one.page(FERRY)
    assert one.store.last(FERRY) is None


@pytest.mark.parametrize("status", [500, 502, 503])
def test_an_error_is_told_and_leaves_the_last_copy(status: int, one: Press, renders: Renders) -> None:
    keep(one.store, "Ferry", "page:1")
    one.store.forget(["page:1"])
    renders(lambda address: printed("Traceback", ("Broadsheet-Failing", "database"), status=status))
    with pytest.raises(PrintError) as told:
        one.page(FERRY)
    assert told.value.failing == "database"
    assert words_of(one.store.last(FERRY)) == "Ferry"


def test_what_changes_while_it_is_made_is_made_anew(one: Press, renders: Renders) -> None:
    versions = iter(["Ferry", "Ferry, late"])

    def changing(address: Address) -> Printed:
        words = next(versions)
        if words == "Ferry":
            one.store.forget(["page:1"])
        return printed(words)

    renders(changing)
    assert words_of(one.page(FERRY)) == "Ferry, late"
    assert words_of(one.store.find(FERRY)) == "Ferry, late"


def test_what_never_rests_is_answered_and_not_kept(one: Press, renders: Renders) -> None:
    def changing(address: Address) -> Printed:
        one.store.forget(["page:1"])
        return printed("Ferry")

    asked = renders(changing)
    assert words_of(one.page(FERRY)) == "Ferry"
    assert len(asked) == TRIES
    assert one.store.find(FERRY) is None


def test_a_page_number_that_means_nothing_is_not_kept(one: Press, renders: Renders) -> None:
    asked = renders(lambda address: printed("Ferry"))
    second = Address(HOST, "/harbour/ferry/", 2)
    assert words_of(one.page(second)) == "Ferry"
    assert len(asked) == 1
    assert files_of(one.store) == []


def test_the_second_page_of_a_list_is_kept(one: Press, renders: Renders) -> None:
    renders(lambda address: printed("Older", paged=True, until=time.time() + 60))
    second = Address(HOST, "/harbour/", 2)
    one.page(second)
    assert words_of(one.store.find(second)) == "Older"


def test_what_is_over_already_is_not_kept(one: Press, renders: Renders) -> None:
    renders(lambda address: printed("Gale today", until=time.time() - 1))
    assert words_of(one.page(FERRY)) == "Gale today"
    assert files_of(one.store) == []


def test_what_took_too_long_is_not_kept(
    one: Press, renders: Renders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press_module, "TOO_LATE", 0.0)
    renders(lambda address: printed("Ferry"))
    assert words_of(one.page(FERRY)) == "Ferry"
    assert files_of(one.store) == []


def test_a_page_that_cannot_be_kept_is_made_once_and_answered(
    one: Press, renders: Renders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(one.store.files, "write", no_room)
    asked = renders(lambda address: printed("Ferry"))
    assert words_of(one.page(FERRY)) == "Ferry"
    assert len(asked) == 1


def test_a_page_is_kept_under_another_header(one: Press, renders: Renders) -> None:
    renders(
        lambda address: printed(
            "Ferry", ("ETag", '"x"'), ("Vary", "Accept-Encoding"), ("X-Frame-Options", "DENY")
        )
    )
    sheet = one.page(FERRY)
    assert sheet is not None
    names = [name for name, _ in sheet.headers]
    assert "x-frame-options" in names
    assert not {"etag", "vary", "content-length"} & set(names)


def test_many_threads_make_a_page_once(one: Press, renders: Renders) -> None:
    gate = threading.Barrier(8)

    def slowly(address: Address) -> Printed:
        time.sleep(0.05)
        return printed("Ferry")

    asked = renders(slowly)

    def ask(_: int) -> str | None:
        gate.wait()
        return words_of(one.page(FERRY))

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(8))) == ["Ferry"] * 8
    assert len(asked) == 1


def test_two_processes_make_a_page_once(one: Press, renders: Renders, tmp_path: Path) -> None:
    notes = tmp_path / "notes"

    def slowly(address: Address) -> Printed:
        with notes.open("a") as file:
            file.write("made\n")
        time.sleep(0.1)
        return printed("Ferry")

    renders(slowly)
    processes = [fork(one.page, FERRY) for _ in range(4)]
    assert [ended(process) for process in processes] == [0] * 4
    assert notes.read_text().split() == ["made"]
    assert words_of(one.store.find(FERRY)) == "Ferry"
