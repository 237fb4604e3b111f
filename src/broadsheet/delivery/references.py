"""A letter carries a signed number by which its links know whom they are for."""

from __future__ import annotations

import base64

from django.conf import settings
from django.utils.crypto import constant_time_compare

from broadsheet.kit.marks import keyed

_BYTES = 15  # of signature: 120 bits, 20 letters
_NUMBER = 8


class ForgedReferenceError(ValueError):
    """It is not one of ours, or was changed on the way."""


def sign(reference: int, *, purpose: str = "") -> str:
    """The reference as 31 letters, digits, “-” and “_” that nobody else can make.

    A `purpose` keeps numbers of another kind apart: what was signed for one is forged for every other.
    """
    number = reference.to_bytes(_NUMBER, "big")
    return _text(number + _signature(number, purpose))


def read(text: str, *, purpose: str = "") -> int:
    """The reference in `text`; raises `ForgedReferenceError` where we did not sign it for this purpose."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise ForgedReferenceError("This is no reference.") from error
    number, signature = data[:_NUMBER], data[_NUMBER:]
    # Written anew, since several texts decode to the same bytes.
    if _text(data) != text or not constant_time_compare(signature, _signature(number, purpose)):
        raise ForgedReferenceError("This reference was not signed here.")
    return int.from_bytes(number, "big")


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _signature(number: bytes, purpose: str) -> bytes:
    return keyed(number, purpose=f"references:{purpose}", secret=settings.SECRET_KEY)[:_BYTES]
