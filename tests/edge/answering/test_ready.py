"""An answer's headers and body: whole, unchanged, or for HEAD."""

from __future__ import annotations

import gzip
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

from broadsheet.edge.answering.asking import Asking
from broadsheet.edge.answering.ready import Ready
from tests.edge.asking import scope_of
from tests.edge.store.sheets import sheet

WORDS = "Ferry returns " * 100
UNPACK: dict[str, Any] = {"identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
MOMENT = 1_700_000_000
MODIFIED = "Tue, 14 Nov 2023 22:13:20 GMT"


@pytest.fixture
def page() -> Ready:
    made = sheet(WORDS)
    headers = (*made.headers, ("cache-control", "public"), ("content-language", "en"))
    kept = type(made).of(WORDS.encode(), status=200, headers=headers)
    return Ready(kept, path="index.html", mark=(MOMENT * 1_000_000_000 + 123, 7))


def answer(page: Ready, *, method: str = "GET", **headers: str) -> tuple[int, dict[bytes, bytes], bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    start, body = page.answer(Asking(scope_of("/", method=method, headers=named)))
    names = [name for name, _ in start["headers"]]
    assert len(names) == len(set(names))
    return start["status"], dict(start["headers"]), body["body"]


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_every_encoding_says_the_same(page: Ready, encoding: str) -> None:
    status, headers, body = answer(page, accept_encoding=encoding)
    assert status == 200
    assert UNPACK[encoding](body).decode() == WORDS
    assert headers[b"content-length"] == str(len(body)).encode()
    assert headers.get(b"content-encoding", b"identity") == encoding.encode()
    assert headers[b"vary"] == b"accept-encoding"


def test_every_encoding_has_a_strong_tag_of_its_own(page: Ready) -> None:
    tags = {answer(page, accept_encoding=one)[1][b"etag"] for one in UNPACK}
    assert len(tags) == 3
    assert all(tag.startswith(b'"') and tag.endswith(b'"') for tag in tags)


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_who_has_the_page_is_told_so(page: Ready, encoding: str) -> None:
    _, whole, _ = answer(page, accept_encoding=encoding)
    etag = whole[b"etag"].decode()
    status, headers, body = answer(page, accept_encoding=encoding, if_none_match=f'W/"x", {etag}')
    assert (status, body) == (304, b"")
    # RFC 9110, 15.4.5: what a 200 would have sent of these.
    assert all(headers[name] == whole[name] for name in (b"cache-control", b"etag", b"vary"))
    assert not {b"content-length", b"content-encoding", b"content-type"} & set(headers)


def test_who_has_it_in_another_encoding_gets_it(page: Ready) -> None:
    etag = answer(page, accept_encoding="gzip")[1][b"etag"].decode()
    assert answer(page, accept_encoding="br", if_none_match=etag)[0] == 200


def test_the_tag_is_asked_before_the_date(page: Ready) -> None:
    assert answer(page, if_none_match='"other"', if_modified_since=MODIFIED)[0] == 200


@pytest.mark.parametrize(
    ("since", "status"),
    [
        (MODIFIED, 304),
        ("Tue, 14 Nov 2023 22:13:21 GMT", 200),
        ("Tue, 14 Nov 2023 22:13:19 GMT", 200),
        ("yesterday", 200),
    ],
)
def test_only_the_very_date_will_do(page: Ready, since: str, status: int) -> None:
    assert answer(page, if_modified_since=since)[0] == status


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_head_says_what_get_says_without_a_body(page: Ready, encoding: str) -> None:
    status, headers, body = answer(page, accept_encoding=encoding)
    assert answer(page, method="HEAD", accept_encoding=encoding) == (status, headers, b"")
    assert body


def test_an_error_has_no_tag_and_is_never_unchanged() -> None:
    missing = Ready(type(sheet("")).of(b"Not here", status=404, headers=()))
    status, headers, body = answer(missing, if_none_match="*")
    assert (status, body) == (404, b"Not here")
    assert b"etag" not in headers


def test_a_range_gets_the_whole(page: Ready) -> None:
    assert answer(page, range="bytes=0-10")[::2] == (200, WORDS.encode())
