"""One spelling for each page: no other is stored, and no two pages share a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.edge.addresses import Address, address_of, public_address
from broadsheet.edge.store.files import Files

HOST = "127.0.0.1"


def of(raw: str, query: str = "", host: str = HOST) -> Address | None:
    """What a request for `raw`, as it is sent, means."""
    return address_of(host, unquote(raw), raw, query)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/harbour/",
        "/harbour/ferry-returns/",
        "/feed.xml",
        "/harbour/feed.xml",
        "/robots.txt",
        "/2026/11/",
        "/newsletters/preferences/",
        "/newsletters/the-morning-tide/",
    ],
)
def test_a_page_has_an_address(path: str) -> None:
    assert of(path) == Address(HOST, path)


def test_words_in_any_script_have_an_address() -> None:
    assert of("/%D0%BF%D0%BE%D1%80%D1%82/") == Address(HOST, "/порт/")


def test_the_letters_of_an_escape_do_not_matter() -> None:
    assert of("/caf%c3%a9/") == of("/caf%C3%A9/") == Address(HOST, "/café/")


@pytest.mark.parametrize(
    "raw",
    [
        "", "*", "harbour/", "/harbour", "//", "//harbour/", "/harbour//", "/harbour//ferry/", "/.", "/..",
        "/./", "/../", "/harbour/../", "/harbour/./", "/%2e/", "/%2e%2e/", "/harbour/%2E%2E/desk/",
        "/harbour%2fferry/", "/harbour%2Fferry/", "/harbour;x=1/", "/harbour/;", "/harbour%3b/", "/harbour\\ferry/",
        "/harbour%5cferry/", "/harbour%00/", "/harbour\0/", "/harbour%0a/", "/harbour%20/", "/%68arbour/",
        "/harbour/%66erry/", "/%2568arbour/", "/%c0%ae%c0%ae/", "/%c0%af/", "/%e0%80%af/", "/%ff/", "/harbour/*/",
        "/cafe%CC%81/", "/%E2%84%AB/", "/.index/", "/.well-known/x.txt", "/a.b/", "/feed.xml/", "/feed.xml.gz",
        "/index.html", "/index.html.json", "/feed.XML", "/page-2.html", "/~sha/", "/a:b/", "/harbour/?", "/%u0041/",
        "/harbour/%", "/harbour/%4", "/\N{FULLWIDTH FULL STOP}/", "/café/",
    ],
)  # fmt: skip
def test_another_spelling_has_no_address(raw: str) -> None:
    assert of(raw) is None


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/documents/1/",
        "/media/x.txt",
        "/static/x.json",
        "/search/",
        "/_util/login/",
        "/healthz/",
        "/newsletters/sign-up/",
        "/newsletters/confirm/AAAA-bb_9/",
        "/newsletters/leave/AAAA-bb_9/12/",
        "/newsletters/preferences/AAAA-bb_9/",
        "/api/x.json",
    ],
)
def test_what_is_not_a_public_page_has_no_address(path: str) -> None:
    assert of(path) is None


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("", 1), ("page=1", 1), ("page=2", 2), ("page=9999", 9999), ("p%61ge=2", 2), ("utm_source=x", 1), ("&", 1),
        ("utm_source", 1), ("page=2&utm_source=x", 2), ("utm_source=x&page=2", 2), ("fbclid=a&gclid=b", 1),
        ("ref=", 1),
    ],
)  # fmt: skip
def test_a_query_that_is_known(query: str, page: int) -> None:
    assert of("/harbour/", query) == Address(HOST, "/harbour/", page)


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=02", "page=-1", "page=+2", "page=%202", "page=2%20", "page=99999", "page=", "page", "page=last",
        "page=2&page=3", "page=2&page=2", "x=1", "page=2&x=1", "Page=2", "page[]=2", "page=2;x=1", "page=%D9%A2",
        "page=2%00", "utm=x&y", "ref2=x", "&".join(f"utm_{n}=x" for n in range(41)), "utm_a=" + "x" * 2050,
    ],
)  # fmt: skip
def test_a_query_that_is_not_known_has_no_address(query: str) -> None:
    assert of("/harbour/", query) is None


def test_a_file_for_machines_has_no_second_page() -> None:
    assert of("/harbour/feed.xml", "page=2") is None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "*", "[::1]", "a" * 500])
def test_another_host_has_no_address(host: str) -> None:
    assert of("/", host=host) is None


def test_a_long_address_is_stored_under_a_shorter_name(tmp_path: Path) -> None:
    address = of("/" + "a" * 250 + "/")
    other = of("/" + "a" * 249 + "b/")
    assert address is not None
    assert other is not None
    files = Files(tmp_path)
    assert max(map(len, Path(files.path(address)).parts)) < 255
    assert files.path(address) != files.path(other)


def test_an_address_that_is_too_long_is_none() -> None:
    assert of("/" + "a/" * 600) is None


def test_the_address_of_a_path_is_the_one_that_readers_ask() -> None:
    assert public_address("/harbour/") == Address(HOST, "/harbour/")
    assert public_address("/порт/") == of(quote("/порт/"))


pieces = st.sampled_from(
    ["/", "/", "a", "A", "harbour", "-", "_", ".", "..", "%2e", "%2F", "%00", "%C3%A9", "e%CC%81", "é", ";", "\\", "//",
     "feed.xml", "index.html", "page-2.html", "%ff", "~", "?", "x" * 210, ".json", ".last", ".gz"]
)  # fmt: skip
paths = st.one_of(st.lists(pieces, max_size=8).map(lambda parts: "/" + "".join(parts)), st.text(max_size=60))
queries = st.one_of(st.sampled_from(["", "page=2", "page=3", "utm_x=1"]), st.text(max_size=30))


@given(paths, queries)
@settings(max_examples=1000)
def test_whatever_is_asked_stands_below_the_store(raw: str, query: str) -> None:
    address = of(raw, query)
    if address is None:
        return
    folder = Path("/store/pages")
    file = Path(Files(folder).path(address))
    assert file.is_relative_to(folder / HOST)
    assert not {"..", "."} & set(file.parts)
    assert not any(part.startswith(".") for part in file.relative_to(folder).parts)
    assert all(0 < len(part.encode()) < 240 for part in file.parts[1:])


@given(st.lists(st.tuples(paths, queries), min_size=2, max_size=20))
@settings(max_examples=300)
def test_two_addresses_never_share_a_file(asked: list[tuple[str, str]]) -> None:
    files = Files(Path("/store/pages"))
    found = {address for raw, query in asked if (address := of(raw, query))}
    names = {files.path(address) + end for address in found for end in ("", ".gz", ".br", ".json", ".last")}
    assert len(names) == 5 * len(found)


@given(paths, queries)
@settings(max_examples=300)
def test_an_address_is_asked_for_as_it_is_written(raw: str, query: str) -> None:
    address = of(raw, query)
    if address is not None:
        path, _, asked = address.quoted.partition("?")
        assert of(path, asked) == address
