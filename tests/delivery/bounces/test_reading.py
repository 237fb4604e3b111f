"""What a mail says is understood, whoever wrote it and whatever state it is in. No database."""

from __future__ import annotations

import time

import pytest

from broadsheet.delivery.bounces.reading import read_report
from broadsheet.delivery.bounces.report import Kind
from broadsheet.delivery.bounces.status import blames_address, status_in
from tests.delivery.bounces import samples

TO, NAME = "bounces@paper.example", "<12.abc@paper.example>"
ADDRESSED = (TO, NAME)


@pytest.mark.parametrize(
    ("mail", "kind", "words"),
    [
        (samples.postfix(TO, NAME), Kind.HARD, "Recipient address rejected"),
        (samples.postfix(TO, NAME, status="4.2.2"), Kind.SOFT, "452 4.2.2"),
        (samples.postfix(TO, NAME, action="delayed"), Kind.SOFT, ""),
        (samples.postfix(TO, NAME, action="relayed"), Kind.AUTOMATIC, ""),
        (samples.exim(TO, NAME), Kind.HARD, "No such user here"),
        (samples.exim(TO, NAME, why="550 5.7.1 You are on our block list"), Kind.SOFT, "block list"),
        (samples.exchange(TO, NAME), Kind.HARD, "RecipientNotFound"),
        (samples.gmail(TO, NAME), Kind.HARD, "is disabled"),
        (samples.gmail(TO, NAME, status="5.7.26"), Kind.SOFT, ""),
        (samples.qmail(TO, NAME), Kind.HARD, "no mailbox here"),
        (samples.complaint(TO, NAME), Kind.COMPLAINT, "abuse"),
        (samples.complaint(TO, NAME, kind="not-spam"), Kind.UNKNOWN, "not-spam"),
        (samples.away(TO, NAME), Kind.AUTOMATIC, ""),
        (samples.letter(TO, NAME), Kind.UNKNOWN, ""),
    ],
)
def test_what_came_back_is_understood(mail: bytes, kind: Kind, words: str) -> None:
    report = read_report(mail)
    assert report.kind is kind
    assert words in report.words
    assert "\n" not in report.words
    if kind in (Kind.HARD, Kind.SOFT):
        assert samples.READER in report.addresses


def test_a_form_for_addresses_beyond_ascii() -> None:
    mail = samples.postfix(TO, NAME, reader="прибій@host1.example")
    mail = mail.replace(b"message/delivery-status", b"message/global-delivery-status")
    mail = mail.replace(b"Final-Recipient: rfc822", b"Final-Recipient: utf-8")
    assert read_report(mail).kind is Kind.HARD


@pytest.mark.parametrize(
    ("text", "status", "blamed"),
    [
        ("smtp; 550 5.1.1 <ada@else.example>: unknown", "5.1.1", True),
        ("550-5.1.10 no", "5.1.10", True),
        ("552 5.2.2 Mailbox full", "5.2.2", False),
        ("554 5.7.1 Service refused, see https://block.example/4.3.2", "5.7.1", False),
        ("550 Blocked by 203.0.113.5", "5", True),
        ("553 5.1.8 Your domain does not exist", "5.1.8", False),
        ("450 4.7.0 Greylisted", "4.7.0", False),
        ("host mail.else.example[5.1.1.1] is away", "", False),
        ("5.1.1.1", "", False),
    ],
)
def test_a_status_is_found_and_weighed(text: str, status: str, blamed: bool) -> None:
    assert (status_in(text), blames_address(status_in(text))) == (status, blamed)


BORDER = b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
STATUS = b"Content-Type: message/delivery-status\r\n\r\n"


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00" * 5000, id="NUL bytes"),
        pytest.param(BORDER, id="no end"),
        pytest.param(BORDER + STATUS + b"Action: failed\r\nStatus: \xff\xfe\x00\r\n", id="broken fields"),
        pytest.param(BORDER + STATUS + b"Action: failed\r\nStatus: 5." + b"9" * 90_000, id="a long status"),
        pytest.param(b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 3000, id="nested deep"),
        pytest.param(b"X-Failed-Recipients: " + b"<a@b.example>," * 20_000 + b"\r\n\r\n", id="many failed"),
        pytest.param(
            b"Subject: x\r\n\r\ndid not reach the following recipient\r\n" + b"a" * 20_000_000, id="20 MB"
        ),
        pytest.param(
            b"From: a\r\n\r\nA message that you sent could not be delivered\r\n"
            + b"a message that you sent was rejected did not reach the following recipient\r\n" * 400
            + (b"a" * 5000 + b"\r\n") * 4000,
            id="lines that are slow to search",
        ),
    ],
)
def test_nothing_that_a_stranger_sends_breaks_it_or_holds_it_up(mail: bytes) -> None:
    began = time.monotonic()
    assert read_report(mail).kind in Kind
    assert time.monotonic() - began < 3
