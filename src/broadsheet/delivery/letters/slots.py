"""What differs from reader to reader stands in slots of a letter's bytes.

Whoever writes a message puts `TOKEN` where the reader's signed reference belongs and `ADDRESS` where their address
does: in the HTML, in the text, in the value of a header. A composed letter holds `\\x00name\\x00` at these places; NUL
stands in no message (RFC 5322, 2.2).
"""

from __future__ import annotations

# They pass through templates, MJML and header checks unchanged: a word, and an address that cannot exist.
TOKEN = "0slot0token0slot0"  # noqa: S105
ADDRESS = "0slot0address0slot0@reader.invalid"
MESSAGE_ID = "<0slot0message0slot0@reader.invalid>"


class Slot:
    """The names of the slots, by how a value is written there."""

    TOKEN = "token"  # noqa: S105
    TO = "to"  # the address in a header
    TEXT_ADDRESS = "text"  # in plain text, quoted-printable
    HTML_ADDRESS = "html"  # in HTML, quoted-printable
    MESSAGE_ID = "message-id"


def mark(name: str) -> bytes:
    """How a slot stands in a composed letter."""
    return f"\x00{name}\x00".encode()
