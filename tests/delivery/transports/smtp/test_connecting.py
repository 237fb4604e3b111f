"""Servers that do not take us in, and what the operator reads then."""

from __future__ import annotations

import asyncio
import ssl

import pytest

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.smtp import Patience, Server, SmtpTransport
from tests.delivery.smtp_server import counting_server, listening
from tests.delivery.transports.ways import showing, trusting


def complaint(
    scheme: str,
    port: int,
    *,
    host: str = "127.0.0.1",
    login: tuple[str, str] = ("", ""),
    tls: ssl.SSLContext | None = None,
    seconds: float = 3,
) -> str:
    server = Server(scheme, host, port, *login)
    patience = Patience(connect=seconds, command=seconds)
    with pytest.raises(TransportDownError) as error:
        SmtpTransport(server, connections=1, patience=patience, tls=tls or trusting()).check()
    words = str(error.value)
    assert words.startswith(f"The mail server {host}:{port} ")
    assert "secret" not in words
    return words.partition(f":{port} ")[2]


@pytest.mark.parametrize("login", [("newsroom", "secret"), ("newsroom", "secrét")])
def test_a_wrong_password(login: tuple[str, str]):
    with counting_server(login=("newsroom", "other")) as server:
        assert "user" in complaint("smtp", server.port, login=login)


def test_a_server_without_what_the_address_says():
    with counting_server() as server:
        assert "STARTTLS" in complaint("smtp+tls", server.port)
        assert "no login" in complaint("smtp", server.port, login=("newsroom", "secret"))
        assert "smtp+tls:// for 587" in complaint("smtp+ssl", server.port)
    with counting_server(tls=showing()) as server:
        assert "check" in complaint("smtp", server.port, seconds=0.3)
        assert "certificate" in complaint("smtp+ssl", server.port, tls=ssl.create_default_context())


def test_a_server_that_is_full():
    with counting_server(most_connections=0) as server:
        assert "421 4.7.0 Too many connections" in complaint("smtp", server.port)


@pytest.mark.parametrize("greeting", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00" * 9000])
def test_what_is_no_mail_server(greeting: bytes):
    class Odd(asyncio.Protocol):
        def connection_made(self, transport) -> None:
            transport.write(greeting)

    with listening(Odd) as port:
        assert complaint("smtp", port, seconds=3 if greeting else 0.1)


def test_a_server_that_is_nowhere():
    assert "is not there" in complaint("smtp", 1)
    assert "host’s name" in complaint("smtp", 25, host="nowhere.invalid")
    assert complaint("smtp", 25, host="." + "x" * 70)
