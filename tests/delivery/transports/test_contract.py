"""What every way out holds to, whatever is at its other end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, TransportDownError
from tests.delivery.transports.ways import WAYS, Way


@pytest.fixture(params=WAYS)
def way(request, tmp_path: Path) -> Iterator[Way]:
    with WAYS[request.param](tmp_path) as found:
        yield found
        found.transport.close()


def envelope(number: int, *, text: str = "Good morning.") -> Envelope:
    to, name = f"reader{number}@host.example", f"<{number}@paper.example>"
    lines = (f"Message-ID: {name}", "From: desk@paper.example", f"To: {to}", "Subject: Morning", "", text, "")
    data = "\r\n".join(lines).encode()
    return Envelope(number, sender="desk@paper.example", recipient=to, message_id=name, data=data)


class Ledger:
    """Records, and sees that the order is kept."""

    def __init__(self, in_flight: int) -> None:
        self.in_flight = in_flight
        self.outcomes: dict[int, Outcome] = {}
        self.offered = 0

    def offer(self, count: int) -> Iterator[Envelope]:
        for number in range(count):
            self.offered += 1
            assert self.offered - len(self.outcomes) <= self.in_flight
            yield envelope(number)

    def record(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            assert outcome.number not in self.outcomes
            self.outcomes[outcome.number] = outcome


def test_each_message_arrives_once_and_is_recorded(way: Way) -> None:
    ledger = Ledger(way.transport.in_flight)
    way.transport.deliver(ledger.offer(20), ledger.record)
    assert sorted(recipient for recipient, _ in way.arrived()) == sorted(
        f"reader{number}@host.example" for number in range(20)
    )
    assert {outcome.fate for outcome in ledger.outcomes.values()} == {Fate.ACCEPTED}
    names = [ledger.outcomes[number].message_id for number in range(20)]
    ours = [f"<{number}@paper.example>" for number in range(20)]
    assert names == ours or (way.renames and len({*names, *ours}) == 40)
    assert all(outcome.code and outcome.answer for outcome in ledger.outcomes.values())


def test_a_message_arrives_as_it_is(way: Way) -> None:
    lines = [".", "..", ".a dot before", "", "a line of " + "many " * 180 + "words", "From here", "", "."]
    way.transport.deliver(iter([envelope(1, text="\r\n".join(lines))]), lambda outcomes: None)
    [(_, data)] = way.arrived()
    assert data.partition(b"\r\n\r\n")[2].decode().splitlines() == lines


def test_nothing_is_begun_once_the_record_has_failed(way: Way) -> None:
    ledger = Ledger(way.transport.in_flight)

    def fail(outcomes: Sequence[Outcome]) -> None:
        ledger.record(outcomes)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        way.transport.deliver(ledger.offer(20), fail)
    offered = ledger.offered
    assert offered <= way.transport.in_flight
    assert len(way.arrived()) <= offered
    # And the way is open for whatever comes next.
    way.transport.deliver(iter([envelope(100)]), lambda outcomes: None)
    assert "reader100@host.example" in dict(way.arrived())


def test_what_is_under_way_is_recorded_when_there_is_no_next(way: Way) -> None:
    ledger = Ledger(way.transport.in_flight)

    def break_off() -> Iterator[Envelope]:
        yield envelope(1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        way.transport.deliver(break_off(), ledger.record)
    assert ledger.outcomes[1].fate is Fate.ACCEPTED


def test_a_way_that_was_closed_opens_again(way: Way) -> None:
    for number in (1, 2):
        way.transport.deliver(iter([envelope(number)]), lambda outcomes: None)
        way.transport.close()
        way.transport.close()
    assert [recipient for recipient, _ in way.arrived()] == ["reader1@host.example", "reader2@host.example"]


def test_a_check_sends_nothing(way: Way) -> None:
    words = way.transport.check()
    assert words
    assert "\n" not in words
    assert way.arrived() == []


def test_where_nobody_takes_mail_nothing_is_recorded(way: Way) -> None:
    ledger = Ledger(way.down.in_flight)
    with pytest.raises(TransportDownError) as error:
        way.down.deliver(ledger.offer(5), ledger.record)
    assert ledger.outcomes == {}
    assert str(error.value).endswith(".")
    assert "\n" not in str(error.value)
    with pytest.raises(TransportDownError):
        way.down.check()
    way.down.deliver(iter(()), ledger.record)  # nothing to send is no trouble
