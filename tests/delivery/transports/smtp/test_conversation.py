"""What is said to a mail server and what is made of its answers, without a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome
from broadsheet.delivery.transports.smtp.conversation import Conversation, Phase
from broadsheet.delivery.transports.smtp.wording import Offered

TOGETHER, ONE_BY_ONE = Offered(pipelining=True), Offered()
LETTER = Envelope(
    7, "desk@paper.example", "cleo@host.example", "<7@paper.example>", b"Subject: A\r\n\r\nB\r\n"
)
MAIL, RCPT = b"MAIL FROM:<desk@paper.example>\r\n", b"RCPT TO:<cleo@host.example>\r\n"
CONTENT = LETTER.data + b".\r\n"
OK, GO_ON, TAKEN = b"250 2.1.0 Ok\r\n", b"354 Go on\r\n", b"250 2.0.0 Taken as 4711\r\n"
UNKNOWN = b"550 5.1.1 No such reader\r\n"


def begin(offered: Offered = TOGETHER) -> Conversation:
    talk = Conversation(offered)
    assert talk.offer(LETTER) is None
    return talk


def said(talk: Conversation) -> bytes:
    """What it has to say, and has said then."""
    data = bytes(talk.unsent)
    talk.sent(len(data))
    return data


def reach(phase: Phase, offered: Offered = TOGETHER) -> Conversation:
    """A talk that has come so far."""
    talk = Conversation(offered)
    if phase is Phase.FREE:
        return talk
    talk.offer(LETTER)
    for reply, reached in ((OK, Phase.RCPT), (OK, Phase.DATA), (GO_ON, Phase.CONTENT)):
        if talk.phase is phase:
            return talk
        said(talk)
        talk.hear(reply)
        assert talk.phase is reached
    if phase is Phase.FINAL:
        said(talk)
    assert talk.phase is phase
    return talk


def test_with_pipelining_a_message_takes_two_round_trips():
    talk = begin()
    assert said(talk) == MAIL + RCPT + b"DATA\r\n"
    assert talk.hear(OK + OK + GO_ON) is None
    assert said(talk) == CONTENT
    outcome = talk.hear(TAKEN)
    assert outcome == Outcome(7, Fate.ACCEPTED, 250, "2.0.0 Taken as 4711", "<7@paper.example>")
    assert talk.is_free


def test_without_pipelining_each_command_waits_for_its_answer():
    talk = begin(ONE_BY_ONE)
    assert [said(talk), talk.hear(OK), said(talk), talk.hear(OK), said(talk), talk.hear(GO_ON), said(talk)] == [
        MAIL, None, RCPT, None, b"DATA\r\n", None, CONTENT,
    ]  # fmt: skip
    assert talk.hear(TAKEN).fate is Fate.ACCEPTED


@given(cuts=st.lists(st.integers(1, 80)))
def test_answers_may_be_cut_anywhere(cuts: list[int]):
    talk = begin()
    said(talk)
    heard = b"250-2.1.0 Well\r\n250-go\r\n250 2.1.0 on\r\n" + OK + GO_ON
    last = b"250-2.0.0 Taken\r\n250 as 4711\r\n"
    outcomes = []
    for stream in (heard, last):
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), None], strict=True):
            outcomes.append(talk.hear(stream[start:end]))
            assert talk.phase is not Phase.OVER
        said(talk)
    [outcome] = [outcome for outcome in outcomes if outcome]
    assert outcome.answer == "2.0.0 Taken as 4711"


@pytest.mark.parametrize("offered", [TOGETHER, ONE_BY_ONE])
@pytest.mark.parametrize(("reply", "fate"), [(UNKNOWN, Fate.NEVER), (b"450 4.2.1 Busy\r\n", Fate.LATER)])
@pytest.mark.parametrize("phase", [Phase.MAIL, Phase.RCPT, Phase.DATA])
def test_after_a_refusal_the_connection_is_reset_and_used_again(
    offered: Offered, reply: bytes, fate: Fate, phase: Phase
):
    talk = reach(phase, offered)
    said(talk)
    outcome = talk.hear(reply)
    assert (outcome.fate, outcome.code) == (fate, int(reply[:3]))
    assert outcome.blames_address is (phase is Phase.RCPT and fate is Fate.NEVER)
    while talk.phase in (Phase.RCPT, Phase.DATA):
        # What was said together is answered together.
        assert offered is TOGETHER
        assert talk.hear(b"503 5.5.1 Not now\r\n") is None
    assert said(talk) == b"RSET\r\n"
    assert talk.hear(OK) is None
    assert talk.is_free
    talk.offer(LETTER)
    assert said(talk).startswith(MAIL)


def test_a_server_that_wants_a_message_for_nobody_gets_an_empty_one():
    talk = begin()
    said(talk)
    assert talk.hear(OK + UNKNOWN + GO_ON).fate is Fate.NEVER
    assert said(talk) == b".\r\n"
    assert talk.hear(b"554 5.5.1 For whom?\r\n") is None
    assert talk.is_free


WORK = [Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.CONTENT, Phase.FINAL]


@pytest.mark.parametrize("phase", WORK)
def test_a_server_may_shut_down_at_any_time(phase: Phase):
    outcome = (talk := reach(phase)).hear(b"421 4.3.2 Going down\r\n")
    assert (outcome.fate, outcome.code, outcome.answer) == (Fate.LATER, 421, "4.3.2 Going down")
    assert talk.is_over
    assert talk.end("It went.") is None


@pytest.mark.parametrize("phase", WORK)
@pytest.mark.parametrize(
    "reply", [b"HTTP/1.1 200 OK\r\n", b"\x00\xff\r\n", b"99\r\n", b"x" * 70_000, b"250-a\n550 b\n"]
)
def test_what_is_not_smtp_ends_the_connection(phase: Phase, reply: bytes):
    outcome = (talk := reach(phase)).hear(reply)
    assert outcome.fate is (Fate.UNCERTAIN if phase is Phase.FINAL else Fate.LATER)
    assert talk.is_over
    assert talk.hear(OK) is None


@pytest.mark.parametrize("phase", WORK)
def test_a_connection_that_ends_leaves_doubt_only_after_the_last_byte(phase: Phase):
    talk = reach(phase)
    if phase is Phase.CONTENT:
        talk.sent(len(CONTENT) - 1)
    outcome = talk.end("It went.")
    assert outcome.fate is (Fate.UNCERTAIN if phase is Phase.FINAL else Fate.LATER)
    assert (outcome.code, outcome.answer, outcome.message_id) == (None, "It went.", "<7@paper.example>")


def test_a_refusal_in_the_middle_of_the_message_holds():
    outcome = (talk := reach(Phase.CONTENT)).hear(b"552 5.3.4 Too much\r\n")
    assert (outcome.fate, outcome.code, talk.is_over) == (Fate.NEVER, 552, True)


@pytest.mark.parametrize("reply", [b"250 Taken?\r\n", b"354 More\r\n"])
def test_an_acceptance_in_the_middle_of_the_message_is_none(reply: bytes):
    assert reach(Phase.CONTENT).hear(reply).fate is Fate.LATER


def test_words_out_of_turn_end_the_connection_and_blame_nobody():
    talk = reach(Phase.FREE)
    assert talk.hear(b"421 4.4.2 You have been silent for long\r\n") is None
    assert talk.is_over


@pytest.mark.parametrize(
    ("reply", "blames"),
    [
        ("550 5.1.1 No such user", True),
        ("550 No such user here", True),
        ("552 5.2.2 Mailbox full", False),
        ("554 5.7.1 Your network is on a blocklist", False),
        ("550 5.1.8 Sender's domain unknown", False),
        ("530 5.7.0 Log in first", False),
    ],
)
def test_an_address_is_not_blamed_for_what_is_our_fault(reply: str, blames: bool):
    talk = reach(Phase.RCPT)
    outcome = talk.hear(f"{reply}\r\n".encode())
    assert (outcome.fate, outcome.blames_address) == (Fate.NEVER, blames)


def test_an_answer_is_one_line_without_what_moves_a_cursor():
    talk = reach(Phase.FINAL)
    outcome = talk.hear(b"550-5.7.1 \x1b[2J Nein,\tdanke\r\n550 " + b"\xff" + b"x" * 5000 + b"\r\n")
    assert outcome.answer.startswith("5.7.1 [2J Nein, danke �xxx")
    assert len(outcome.answer) == 500


replies = st.builds(
    lambda code, more, text: f"{code}{'-' if more else ' '}{text}\r\n".encode(),
    st.sampled_from([220, 250, 251, 354, 421, 450, 550, 554]),
    st.booleans(),
    st.text("Ok .", max_size=5),
)


@given(
    heard=st.lists(replies | st.binary(max_size=20), max_size=12),
    offered=st.sampled_from([TOGETHER, ONE_BY_ONE]),
)
def test_whatever_a_server_says_each_envelope_has_one_outcome(heard: list[bytes], offered: Offered):
    talk = Conversation(offered)
    offers, outcomes = 0, []
    for data in heard:
        if talk.is_free:
            outcomes.append(talk.offer(LETTER))
            offers += 1
        outcomes.append(talk.hear(data))
        if len(data) % 2:
            said(talk)
    outcomes.append(talk.end("It went."))
    assert sum(outcome is not None for outcome in outcomes) == offers
    assert not talk.owes
