"""A letter is composed once and filled for each reader."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage as Parsed
from typing import Any

import dkim  # type: ignore[import-untyped]  # it comes without types
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.core.mail import EmailMessage, EmailMultiAlternatives
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.delivery.letters.composing import compose
from broadsheet.delivery.letters.letter import Letter, UnfitAddressError
from broadsheet.delivery.letters.signing import signer_for
from broadsheet.delivery.letters.slots import ADDRESS, TOKEN
from tests.factories import make_message

TOKEN_OF_CLEO = "Tk-_" * 7


def filled(message: EmailMessage, *, address: str = "cleo@reader.example") -> bytes:
    letter = Letter(compose(message))
    return letter.fill(address=address, token=TOKEN_OF_CLEO, message_id="<7.abc@paper.example>")


def parsed(data: bytes) -> Parsed:
    return email.message_from_bytes(data, policy=email.policy.default)


def words(data: bytes, kind: str) -> str:
    return parsed(data).get_body((kind,)).get_content()


def test_each_reader_gets_their_own_address_link_and_message_id():
    data = filled(make_message())
    assert parsed(data)["To"] == "cleo@reader.example"
    assert parsed(data)["Message-ID"] == "<7.abc@paper.example>"
    link = f"https://paper.example/newsletters/leave/{TOKEN_OF_CLEO}/"
    assert parsed(data)["List-Unsubscribe"] == f"<{link}>"
    assert f"Leave: {link}\r\n" in words(data, "plain")
    assert f'href="{link}"' in words(data, "html")
    assert b"slot" not in data
    assert b"\x00" not in data


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t="), max_size=300)
)
def test_words_arrive_as_they_were_written(text: str):
    message = EmailMultiAlternatives("s", f"{text}{TOKEN}{text}", "a@paper.example", [ADDRESS])
    data = filled(message)
    assert words_of(data) == f"{text}{TOKEN_OF_CLEO}{text}"


def words_of(data: bytes) -> str:
    payload: Any = email.message_from_bytes(data).get_payload(decode=True)
    return payload.decode().replace("\r\n", "\n")


def test_no_line_is_longer_than_a_mail_server_takes_and_all_end_in_crlf():
    long = "x" * 5000 + TOKEN + "é" * 3000 + ADDRESS
    data = filled(make_message(html=f"<p>{long}</p>"), address="c" * 64 + "@" + "d" * 60 + ".example")
    assert max(map(len, data.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1
    body = data.partition(b"\r\n\r\n")[2]
    assert max(map(len, body.split(b"\r\n"))) <= 76  # RFC 2045, 6.7
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_an_address_in_the_words_is_escaped_where_it_must_be():
    message = make_message(html=f"<p>Sent to {ADDRESS}</p>")
    data = filled(message, address="o'hara&sons=x@reader.example")
    assert "Sent to o&#x27;hara&amp;sons=x@reader.example" in words(data, "html")


@pytest.mark.parametrize(
    "address",
    [
        "cleo@reader.example\r\nBcc: all@reader.example",
        "cleo",
        "a b@c.example",
        "<a@b.example>",
        "a@b.example,c@d.example",
        "\x00@b",
    ],
)
def test_an_address_that_would_break_a_header_is_refused(address: str):
    with pytest.raises(UnfitAddressError):
        filled(make_message(), address=address)


@pytest.mark.parametrize("field", ["subject", "from_email"])
def test_a_header_with_a_line_break_is_refused(field: str):
    message = make_message()
    setattr(message, field, "The tide\r\nBcc: all@reader.example")
    with pytest.raises(ValueError, match="newlines"):
        compose(message)


def test_a_signed_letter_passes_dkim(tmp_path, settings):
    key = rsa.generate_private_key(65537, 2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    (tmp_path / "dkim.pem").write_bytes(private)
    settings.DKIM_KEY, settings.DKIM_SELECTOR = str(tmp_path / "dkim.pem"), "news"
    letter = Letter(compose(make_message("Grüße")), signer=signer_for("morning@paper.example"))
    data = letter.fill(address="cleo@reader.example", token="t", message_id="<7@paper.example>")
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    record = b"v=DKIM1; k=rsa; p=" + b"".join(public.splitlines()[1:-1])
    asked = []

    def dns(name: bytes, timeout: float = 5) -> bytes:
        asked.append(name)
        return record

    assert dkim.verify(data, dnsfunc=dns)
    assert asked == [b"news._domainkey.paper.example."]
    assert not dkim.verify(data.replace(b"Good morning", b"Bad morning"), dnsfunc=dns)
    assert not dkim.verify(data.replace(b"One-Click", b"Two-Click"), dnsfunc=dns)


def test_what_is_attached_arrives_untouched():
    message = EmailMessage("s", "t", "a@paper.example", ["ben@paper.example"])
    message.attach("numbers.csv", "a;b\r\nü;=1\r\n", "text/csv")
    data = filled(message)
    [attached] = parsed(data).iter_attachments()
    assert attached.get_content().replace("\r\n", "\n") == "a;b\nü;=1\n"
