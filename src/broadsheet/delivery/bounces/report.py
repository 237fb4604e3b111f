"""What one mail in the bounce mailbox says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What it is about."""

    HARD = "hard"  # the address is to blame
    SOFT = "soft"  # it was not delivered, or not yet, for another reason
    COMPLAINT = "complaint"
    AUTOMATIC = "automatic"  # away until Monday; read at ten
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Report:
    """What it says, whoever says it: nothing of it is proven."""

    kind: Kind
    words: str = ""  # why, in the words of the server that refused it
    addresses: tuple[str, ...] = ()  # whose mail it was, as far as it says so
