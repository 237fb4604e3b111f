"""A composed letter that is filled for one reader after another."""

from __future__ import annotations

import html
import re
from functools import cached_property

from broadsheet.delivery.letters.quoting import quoted_value
from broadsheet.delivery.letters.signing import Signer
from broadsheet.delivery.letters.slots import Slot

_SLOT = re.compile(rb"\x00([a-z-]+)\x00")
# What could end a header or an envelope's address.
_UNFIT = re.compile(r"[\x00-\x20\x7f<>,;:\"()\[\]\\]")


class UnfitAddressError(ValueError):
    """The address cannot stand in a header."""


class Letter:
    """A letter's bytes, taken apart at its slots; filling costs a join."""

    def __init__(self, data: bytes, *, signer: Signer | None = None) -> None:
        self._parts = _SLOT.split(data)
        self._names = [name.decode() for name in self._parts[1::2]]
        self._signer = signer

    def fill(self, *, address: str, token: str, message_id: str) -> bytes:
        """The message for one reader, signed where the paper signs. Raises `UnfitAddressError`."""
        if _UNFIT.search(address) or "@" not in address:
            raise UnfitAddressError("This is no address that mail can be sent to.")
        values = {Slot.TOKEN: token.encode(), Slot.MESSAGE_ID: message_id.encode(), Slot.TO: address.encode()}
        if self._shows_address:
            values[Slot.TEXT_ADDRESS] = quoted_value(address)
            values[Slot.HTML_ADDRESS] = quoted_value(html.escape(address))
        parts = self._parts.copy()
        parts[1::2] = [values[name] for name in self._names]
        data = b"".join(parts)
        return self._signer.sign(data) + data if self._signer else data

    @cached_property
    def _shows_address(self) -> bool:
        return any(name in (Slot.TEXT_ADDRESS, Slot.HTML_ADDRESS) for name in self._names)
