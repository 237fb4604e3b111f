"""What is read from a request: whose it is, and how it came."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.http import parse_cookie

from broadsheet.edge.answering import asking
from broadsheet.edge.answering.asking import Asking
from tests.edge.asking import HOST, scope_of


def with_headers(*headers: tuple[str, str]) -> Asking:
    scope = scope_of("/")
    scope["headers"] = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    return Asking(scope)


@pytest.mark.parametrize(
    "cookie",
    [
        "sessionid=abc",
        "a=b; sessionid=abc",
        "a=b;sessionid=abc",
        "a=b;\tsessionid=abc",
        " sessionid =abc",
        "a=b; \xa0sessionid=abc",
        "sessionid=",
        "x; sessionid=abc",
    ],
)
def test_a_session_is_seen_as_django_sees_it(cookie: str) -> None:
    assert "sessionid" in parse_cookie(cookie)
    assert with_headers(("host", HOST), ("cookie", cookie)).has_session


@pytest.mark.parametrize(
    "cookie",
    [
        "xsessionid=abc",
        "sessionid2=abc",
        "a=sessionid",
        "sessionid",
        "csrftoken=abc",
        "a=b sessionid=abc",
        "",
    ],
)
def test_other_cookies_are_no_session(cookie: str) -> None:
    assert "sessionid" not in parse_cookie(cookie)
    assert not with_headers(("host", HOST), ("cookie", cookie)).has_session


def test_a_session_in_a_second_header_is_seen() -> None:
    assert with_headers(("host", HOST), ("cookie", "a=b"), ("cookie", "sessionid=abc")).has_session


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("host", HOST), ("host", HOST)),
        (("host", HOST), ("host", "evil.example")),
        (("host", "evil.example"),),
        (("host", "user@127.0.0.1"),),
        (("host", "127.0.0.1:8000:8000"),),
        (("host", "127.0.0.1:port"),),
        (("host", "127.0.0.1."),),
        (("host", ""),),
        (("host", "\xe9.example"),),
        (("host", "127.0.0.1/x"),),
    ],
)
def test_a_strange_host_means_no_page(headers: tuple[tuple[str, str], ...]) -> None:
    assert with_headers(*headers).address is None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "127.0.0.1:9", "localhost", "LOCALHOST:80"])
def test_the_port_and_capitals_of_a_host_do_not_matter(host: str) -> None:
    address = with_headers(("host", host)).address
    assert address is not None
    assert address.host == host.partition(":")[0].lower()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PURGE", "get"])
def test_only_reading_means_a_page(method: str) -> None:
    assert Asking(scope_of("/", method=method)).address is None


@pytest.mark.parametrize(
    ("proto", "secure"),
    [("https", True), ("http", False), ("https, http", True), ("http, https", False), ("", False)],
)
def test_what_the_server_in_front_says_of_the_scheme(
    proto: str, secure: bool, settings: LazySettings
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert with_headers(("host", HOST), ("x-forwarded-proto", proto)).is_secure("http") is secure


def test_nobody_is_believed_unless_a_server_stands_in_front(settings: LazySettings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = None
    assert not with_headers(("host", HOST), ("x-forwarded-proto", "https")).is_secure("http")


def test_what_can_be_made_up_without_end_is_not_remembered() -> None:
    asking._remembered.cache_clear()
    for number in range(200):
        Asking(scope_of(f"/?x={number}"))
        Asking(scope_of(f"/{number}/{'x' * 400}/"))
    assert asking._remembered.cache_info().currsize == 0
    assert asking._remembered.cache_info().maxsize == 32_768
