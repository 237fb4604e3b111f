"""What every way out of the house has in common. `tests/delivery/transports/` holds each of them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message to one address."""

    number: int  # of its row in the ledger
    sender: str  # where bounces go (RFC 5321, 4.1.1.2)
    recipient: str  # as the reader wrote it; may have letters outside ASCII
    message_id: str  # with its angle brackets
    data: bytes  # the message with CRLF at its line ends, without dot-stuffing


class Fate(Enum):
    """What became of a message."""

    ACCEPTED = "accepted"  # the server has taken it over
    LATER = "later"  # it did not, and a retry helps (4yz)
    NEVER = "never"  # it did not, and never will (5yz)
    UNCERTAIN = "uncertain"  # the connection ended between the message's last byte and the answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server said of one envelope."""

    number: int
    fate: Fate
    code: int | None = None  # SMTP's, or HTTP's of a provider
    answer: str = ""  # the server's words in one line, 500 characters at most
    message_id: str = (
        ""  # by which its bounce will name it; the envelope's own unless a provider gave another
    )
    blames_address: bool = False  # it was this recipient that was refused, and not the message or us


class TransportDownError(Exception):
    """Nobody takes mail now: no server, no login. A retry helps. Nothing was lost: what has no outcome waits.

    Its text says in one line what is wrong and what to do.
    """


# Called with nothing, it hears that somebody is still here, and waits.
Record = Callable[[Sequence[Outcome]], None]


class Transport(Protocol):
    """Takes envelopes out of the house.

    `in_flight` is how many messages may be without an answer at one time: so many may arrive twice when the
    process is killed.
    """

    in_flight: int

    def deliver(self, envelopes: Iterator[Envelope], record: Record) -> None:
        """Offer each envelope in order and record what became of it.

        Outcomes are recorded before their connection begins another message, so that what is without an outcome
        is always among the `in_flight` first ones. `record` may raise, and then nothing more is begun: what is
        under way is recorded or left, and the error is passed on. Each envelope taken gets exactly one outcome,
        except where this raises.

        Raises `TransportDownError`.
        """
        ...

    def close(self) -> None:
        """End all connections; `deliver` opens new ones."""
        ...

    def check(self) -> str:
        """Try the way out without sending anything; says where it leads. Raises `TransportDownError`."""
        ...
