"""Which bytes a Range header means, as RFC 9110 has it."""

from __future__ import annotations

import pytest

from broadsheet.edge.answering.ranges import OutOfRangeError, Span, span_of

SIZE = 1000


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        (b"bytes=0-99", 0, 99),
        (b"bytes=0-0", 0, 0),
        (b"bytes=500-", 500, 999),
        (b"bytes=0-", 0, 999),
        (b"bytes=-100", 900, 999),
        (b"bytes=-5000", 0, 999),
        (b"bytes=990-5000", 990, 999),
        (b"bytes=999-999", 999, 999),
        (b" Bytes = 1-2 ", 1, 2),
    ],
)
def test_a_part(header: bytes, first: int, last: int) -> None:
    assert span_of(header, SIZE) == Span(first, last)


@pytest.mark.parametrize(
    "header",
    [
        *(None, b"", b"bytes=-", b"bytes=9-2", b"bytes=a-b", b"bytes=1-2,5-6", b"lines=1-2", b"bytes"),
        *(b"bytes=0x1-2", b"bytes=1-" + b"9" * 500, "bytes=١-٢".encode()),
    ],
)
def test_what_is_no_part_means_the_whole(header: bytes | None) -> None:
    assert span_of(header, SIZE) is None


@pytest.mark.parametrize(
    ("header", "size"),
    [
        *((b"bytes=1000-", SIZE), (b"bytes=1000-1001", SIZE), (b"bytes=-0", SIZE)),
        *((b"bytes=0-", 0), (b"bytes=-5", 0)),
    ],
)
def test_a_part_beyond_the_end_is_none(header: bytes, size: int) -> None:
    with pytest.raises(OutOfRangeError):
        span_of(header, size)
