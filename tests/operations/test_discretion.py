"""No log holds a reader's token."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from broadsheet.operations.discretion import NoTokens

SECRET = "AAAAAAAAAAE3jTZ12hzY3PQrFsKSeUA"


@pytest.mark.parametrize(
    ("words", "args"),
    [
        (f"Gone: /newsletters/leave/{SECRET}/12/", ()),
        ("%s: %s", ("Bad Request", f"/newsletters/confirm/{SECRET}/")),
        (
            "%(path)s?%(query)s",
            ({"path": f"/newsletters/preferences/{SECRET}/erase/", "query": "done=choice"},),
        ),
    ],
)
def test_tokens_are_taken_out(words: str, args: Any) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, words, args, None)
    assert NoTokens().filter(record)
    assert SECRET not in record.getMessage()
    assert "/newsletters/" in record.getMessage()
