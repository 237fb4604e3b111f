"""What a status code (RFC 3463) says of an address."""

from __future__ import annotations

import re

_STATUS = re.compile(r"(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.]\d)")
_REPLY = re.compile(r"(?:^|[\s:;>(\"'])([45])[0-5]\d[\s-]")

# Permanent failures that say nothing of the address. A server that has us on a block list answers 5.7.1 for every
# reader it knows: counted against them, three editions would cost a paper all of its readers there.
_OURS = re.compile(r"5\.([3567]\.\d+|1\.[78]|2\.[23])")


def status_in(text: str) -> str:
    """The first status in the text, such as `5.1.1`; `5` or `4` where there is only a reply code; else nothing."""
    if found := _STATUS.search(text):
        return ".".join(str(int(part)) for part in found.groups())
    reply = _REPLY.search(text + " ")
    return reply.group(1) if reply else ""


def blames_address(status: str) -> bool:
    """Whether mail to this address will never arrive, whatever we send."""
    return status.startswith("5") and _OURS.fullmatch(status) is None
