"""Which encoding an answer has (RFC 9110, 12.5.3), and when a browser has the page already (13.1.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.edge.answering.negotiation import LONGEST, _best_of, encoding_for, has_it

ENCODINGS = ("br", "gzip", "identity")


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        (None, "identity"),
        (b"", "identity"),
        (b"gzip", "gzip"),
        (b"gzip, deflate, br, zstd", "br"),
        (b"GZIP", "gzip"),
        (b"x-gzip", "gzip"),
        (b"deflate", "identity"),
        (b"*", "br"),
        (b"*;q=0", "identity"),
        (b"gzip, *;q=0", "gzip"),
        (b"br;q=0", "identity"),
        (b"br;q=0, gzip", "gzip"),
        (b"br;q=0, *", "gzip"),
        (b"gzip;q=1.0, br;q=0.9", "gzip"),
        (b"br ; q = 0.2 , gzip ; q=0.3", "gzip"),
        (b"identity, gzip;q=0.5", "identity"),
        (b"identity;q=0", "identity"),
        (b"identity;q=0, gzip;q=0.1", "gzip"),
        (b"gzip;q=0.001", "gzip"),
        (b"gzip;q=none", "identity"),
        (b"gzip;q=", "identity"),
        (b"gzip;q=nan", "identity"),
        (b"gzip;q=-1", "identity"),
        (b"gzip;q=7", "gzip"),
        (b",,;,;q=1,=,", "identity"),
        (b"gzip;level=9", "gzip"),
        (b"\xff\xfe, gzip", "gzip"),
        (b"gzip," * 1000, "identity"),
    ],
)
def test_the_encoding_is_what_was_asked_for(accepted: bytes | None, chosen: str) -> None:
    assert encoding_for(accepted) == chosen


@given(st.binary(max_size=3000))
def test_any_header_is_answered(accepted: bytes) -> None:
    assert encoding_for(accepted) in ENCODINGS


weights = st.sampled_from(["", ";q=0", ";q=0.0", ";q=0.000", ";q=0.3", ";q=0.7", ";q=1"])


@given(st.dictionaries(st.sampled_from(["br", "gzip", "identity", "*", "deflate"]), weights), st.randoms())
def test_what_is_forbidden_is_not_sent_while_anything_is_allowed(asked: dict[str, str], luck) -> None:
    parts = [name + weight for name, weight in asked.items()]
    luck.shuffle(parts)
    chosen = encoding_for(", ".join(parts).encode())

    def is_forbidden(name: str) -> bool:
        return asked.get(name, asked.get("*", "")).startswith(";q=0") and not any(
            digit in asked.get(name, asked.get("*", "")) for digit in "37"
        )

    named = [name for name in ENCODINGS if name == "identity" or name in asked or "*" in asked]
    if any(not is_forbidden(name) for name in named):
        assert chosen in named
        assert not is_forbidden(chosen)


def test_no_header_is_remembered_that_no_browser_would_send() -> None:
    _best_of.cache_clear()
    for number in range(600):
        encoding_for(b"gzip," * (LONGEST // 5 + 1) + str(number).encode())
    assert _best_of.cache_info().currsize == 0
    assert _best_of.cache_info().maxsize == 512


@pytest.mark.parametrize(
    "known", [b'"a"', b'W/"a"', b'"x", "a"', b'"x",W/"a" ,"y"', b"*", b" * ", b'"x","a"']
)
def test_a_browser_has_the_page(known: bytes) -> None:
    assert has_it(known, b'"a"')


@pytest.mark.parametrize(
    "known", [b"", b"a", b'"b"', b'W/"b"', b'"a', b'w/"a"', b'"*"', b'"aa"', b'"a-gzip"']
)
def test_a_browser_does_not_have_the_page(known: bytes) -> None:
    assert not has_it(known, b'"a"')
