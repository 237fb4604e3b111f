"""Mail servers that are slow, full, moody and going down."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, TransportDownError
from broadsheet.delivery.transports.smtp import Patience, Server, SmtpTransport, switchboard, transport
from tests.delivery.smtp_server import CountingServer, counting_server
from tests.delivery.transports.ways import showing, trusting

BODY = b"A: b\r\n\r\n" + b"c" * 1000 + b"\r\n"


def envelopes(*recipients: str, data: bytes = BODY, sender: str = "desk@paper.example") -> Iterator[Envelope]:
    for number, recipient in enumerate(recipients):
        yield Envelope(number, sender, recipient, f"<{number}@paper.example>", data)


def readers(count: int) -> list[str]:
    return [f"reader{number}@host.example" for number in range(count)]


def to(
    server: CountingServer, *, connections: int = 3, scheme: str = "smtp", **patience: float
) -> SmtpTransport:
    there = Server(scheme, "127.0.0.1", server.port)
    return SmtpTransport(there, connections=connections, patience=Patience(**patience), tls=trusting())


class Record(dict[int, Outcome]):
    """Each outcome by its envelope's number, and how many came at once."""

    def __init__(self) -> None:
        self.at_once: list[int] = []

    def __call__(self, outcomes: Sequence[Outcome]) -> None:
        self.at_once.append(len(outcomes))
        for outcome in outcomes:
            assert outcome.number not in self
            self[outcome.number] = outcome


FAULTS = {
    "rcpt:421": Fate.LATER,
    "rcpt:450": Fate.LATER,
    "rcpt:550": Fate.NEVER,
    "rcpt:drop": Fate.LATER,
    "rcpt:junk": Fate.LATER,
    "data:451": Fate.LATER,
    "data:554": Fate.NEVER,
    "data:junk": Fate.LATER,
    "end:421": Fate.LATER,
    "end:450": Fate.LATER,
    "end:550": Fate.NEVER,
    "end:junk": Fate.UNCERTAIN,
    "end:drop": Fate.UNCERTAIN,
    "end:lost": Fate.UNCERTAIN,
}


@pytest.mark.parametrize("offers", [("PIPELINING",), ("8BITMIME",)])
def test_each_fault_has_its_fate_and_troubles_nobody_else(offers: tuple[str, ...]):
    people = [f"{fault.replace(':', '-')}@host.example" for fault in FAULTS]
    faults = dict(zip(people, FAULTS, strict=True))
    crowd = [address for person in people for address in (person, f"after-{person}")]
    record = Record()
    with counting_server(faults=faults, offers=offers) as server:
        to(server).deliver(envelopes(*crowd), record)
    fates = {crowd[number]: outcome.fate for number, outcome in record.items()}
    assert {faults[person]: fates[person] for person in people} == FAULTS
    assert {fates[address] for address in crowd if address.startswith("after")} == {Fate.ACCEPTED}
    assert all(server.accepted[address] == 1 for address in crowd if address.startswith("after"))
    assert {record[crowd.index(person)].blames_address for person in people} == {True, False}


def test_a_sender_who_is_refused():
    record = Record()
    with counting_server(faults={"desk@paper.example": "mail:550"}) as server:
        to(server).deliver(envelopes(*readers(2)), record)
        assert [(one.fate, one.code, one.blames_address) for one in record.values()] == [
            (Fate.NEVER, 550, False)
        ] * 2
        assert server.connections == 2  # none was lost by it


def test_nobody_is_refused_for_good_by_a_server_that_wants_a_login():
    record = Record()
    with (
        counting_server(login=("newsroom", "secret")) as server,
        pytest.raises(TransportDownError, match="wants a login: put user"),
    ):
        to(server).deliver(envelopes(*readers(5)), record)
    assert record == {}


def test_a_server_that_wants_messages_for_nobody():
    record = Record()
    with counting_server(faults={"reader0@host.example": "rcpt:550"}, takes_data_for_nobody=True) as server:
        to(server, connections=1).deliver(envelopes(*readers(2)), record)
        assert (server.accepted, server.connections) == (Counter(["reader1@host.example"]), 1)


@pytest.mark.parametrize(
    ("fault", "fate"),
    [
        ("rcpt:stall", Fate.LATER),
        ("data:stall", Fate.LATER),
        ("content:stall", Fate.LATER),
        ("end:stall", Fate.UNCERTAIN),
    ],
)
def test_a_server_that_falls_silent_is_waited_for_as_long_as_is_right(fault: str, fate: Fate):
    record = Record()
    # More than the kernel takes from us at once, where it is to take some and no more.
    data = b"A: b\r\n\r\n" + b"c" * (6_000_000 if fault == "content:stall" else 10)
    with counting_server(faults={"reader0@host.example": fault}) as server:
        to(server, command=0.3, final=0.4).deliver(envelopes(*readers(3), data=data), record)
    assert [record[number].fate for number in range(3)] == [fate, Fate.ACCEPTED, Fate.ACCEPTED]


@pytest.mark.parametrize("scheme", ["smtp", "smtp+ssl"])
def test_a_message_that_goes_out_in_many_pieces_arrives_whole(scheme: str):
    data = b"A: b\r\n\r\n" + b".cdefgh\r\n" * 400_000
    with counting_server(keep=True, tls=showing() if scheme == "smtp+ssl" else None) as server:
        to(server, scheme=scheme).deliver(envelopes(*readers(3), data=data), record := Record())
    assert {outcome.fate for outcome in record.values()} == {Fate.ACCEPTED}
    assert [message == data for *_, message in server.messages] == [True] * 3


def test_a_server_that_takes_fewer_connections_gets_fewer():
    record = Record()
    with counting_server(most_connections=2) as server:
        to(server, connections=4).deliver(envelopes(*readers(30)), record)
        assert {outcome.fate for outcome in record.values()} == {Fate.ACCEPTED}
        assert server.connections == 3  # one was refused, and no other asked for


def test_one_stalled_connection_does_not_hold_up_the_others():
    record = Record()
    with counting_server(faults={"reader0@host.example": "end:stall"}) as server:
        to(server, connections=2, final=0.5).deliver(envelopes(*readers(50)), record)
    assert list(record)[-1] == 0
    assert Counter(outcome.fate for outcome in record.values()) == {Fate.ACCEPTED: 49, Fate.UNCERTAIN: 1}


def test_what_may_have_arrived_is_among_the_first_without_an_outcome():
    record = Record()

    def look_as_if_killed_now(outcomes: Sequence[Outcome]) -> None:
        first = [number for number in range(200) if number not in record][:3]
        # Accepted, and for all that the ledger knows not even begun, if the process ended at this instant.
        arrived = {int(address[6:].partition("@")[0]) for address in list(server.accepted)}
        assert arrived - set(record) <= set(first)
        record(outcomes)

    chance = {"rcpt:550": 0.05, "rcpt:421": 0.02, "end:450": 0.05, "end:drop": 0.02}
    with counting_server(faults={"reader5@host.example": "end:stall"}, chance=chance) as server:
        to(server, final=0.4).deliver(envelopes(*readers(200)), look_as_if_killed_now)
    assert len(record) == 200


def test_a_tired_connection_is_ended_politely(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(switchboard, "MOST", 5)
    with counting_server() as server:
        way = to(server, connections=1)
        way.deliver(envelopes(*readers(20)), Record())
        way.close()
        assert (server.connections, server.goodbyes) == (4, 4)


def test_connections_stay_for_the_next_delivery_unless_the_server_has_gone_meanwhile():
    with counting_server() as server:
        way = to(server, connections=1)
        way.deliver(envelopes("cleo@host.example"), Record())
        way.deliver(envelopes("cleo@host.example"), Record())
        assert server.connections == 1
        server.cut()
        way.deliver(envelopes("cleo@host.example"), record := Record())
        assert record[0].fate is Fate.ACCEPTED
        assert server.connections == 2


def test_who_holds_a_lease_hears_of_it_while_the_server_is_slow(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(transport, "BEAT", 0.02)
    with counting_server(faults={"cleo@host.example": "end:stall"}) as server:
        to(server, final=0.3).deliver(envelopes("cleo@host.example"), record := Record())
    assert record.at_once.count(0) >= 2


def test_answers_that_come_together_are_recorded_together():
    record = Record()

    def slow(outcomes: Sequence[Outcome]) -> None:
        time.sleep(0.004)
        record(outcomes)

    with counting_server() as server:
        to(server, connections=8).deliver(envelopes(*readers(80)), slow)
    assert len(record.at_once) < 40


def test_once_the_record_fails_messages_that_have_left_are_recorded_all_the_same():
    seen: list[Outcome] = []

    def fail(outcomes: Sequence[Outcome]) -> None:
        seen.extend(outcomes)
        raise ZeroDivisionError

    with counting_server(delay=0.01) as server:
        with pytest.raises(ZeroDivisionError):
            to(server, connections=4).deliver(envelopes(*readers(50)), fail)
        assert server.accepted.total() == sum(outcome.fate is Fate.ACCEPTED for outcome in seen)
