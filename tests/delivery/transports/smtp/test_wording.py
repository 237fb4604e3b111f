"""How an envelope is said, and which cannot be."""

from __future__ import annotations

import pytest

from broadsheet.delivery.transports.contract import Envelope
from broadsheet.delivery.transports.smtp.wording import Offered, UnsayableError, say

ALL = Offered(pipelining=True, eight_bit=True, utf8=True, size=0)


def envelope(
    recipient: str = "cleo@host.example", *, data: bytes = b"A: b\r\n\r\nc\r\n", sender="desk@paper.example"
):
    return Envelope(1, sender, recipient, "<1@paper.example>", data)


def test_a_server_is_told_only_what_it_understands():
    data = "A: b\r\n\r\nДень\r\n".encode()
    full = say(envelope("день@host.example", data=data), ALL)
    assert full.mail == b"MAIL FROM:<desk@paper.example> SIZE=18 SMTPUTF8 BODY=8BITMIME\r\n"
    assert say(envelope(), Offered()).mail == b"MAIL FROM:<desk@paper.example>\r\n"
    assert say(envelope(sender=""), Offered()).mail == b"MAIL FROM:<>\r\n"


@pytest.mark.parametrize(
    ("recipient", "written"),
    [
        ("cleo@straße.example", b"cleo@xn--strae-oqa.example"),
        ("cleo@Bücher.example", b"cleo@xn--bcher-kva.example"),
        ("o'cleo+news=1@host.example", b"o'cleo+news=1@host.example"),
    ],
)
def test_a_domain_is_said_in_ascii(recipient: str, written: bytes):
    assert say(envelope(recipient), Offered()).rcpt == b"RCPT TO:<" + written + b">\r\n"


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "cleo",
        "cleo@",
        "@host.example",
        "cleo@host.example>\r\nRCPT TO:<dan@host.example",
        "cleo@host.example\n",
        "cleo @host.example",
        "cleo@host.example> SIZE=0",
        "cleo\x00@host.example",
        "cleo@ho\u2028st.example",
        "cleo@" + "ä" * 70 + ".example",
        "c" * 10_000 + "@host.example",
    ],
)
def test_an_address_that_would_say_something_else_is_not_said(recipient: str):
    with pytest.raises(UnsayableError) as error:
        say(envelope(recipient), ALL)
    assert error.value.blames_address
    with pytest.raises(UnsayableError) as error:
        say(envelope(sender=recipient or "x"), ALL)
    assert not error.value.blames_address


@pytest.mark.parametrize(
    ("letter", "offered", "code"),
    [
        (envelope("день@host.example"), Offered(eight_bit=True), None),
        (envelope(data="A: b\r\n\r\nä\r\n".encode()), Offered(utf8=True), None),
        (envelope(data=b"x" * 101), Offered(size=100), 552),
    ],
)
def test_what_a_server_cannot_take_is_not_offered(letter: Envelope, offered: Offered, code: int | None):
    with pytest.raises(UnsayableError) as error:
        say(letter, offered)
    assert (error.value.code, error.value.blames_address) == (code, False)


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"a\r\n", b"a\r\n.\r\n"),
        (b"a", b"a\r\n.\r\n"),
        (b"", b"\r\n.\r\n"),
        (b".\r\n", b"..\r\n.\r\n"),
        (b"a\r\n.\r\n.b\r\nc.\r\n", b"a\r\n..\r\n..b\r\nc.\r\n.\r\n"),
        (b"a\n.\nb\r\n", b"a\n..\nb\r\n.\r\n"),  # some take a bare line feed for an end of line
    ],
)
def test_no_line_of_a_message_is_taken_for_its_end(data: bytes, content: bytes):
    assert say(envelope(data=data), ALL).content == content
