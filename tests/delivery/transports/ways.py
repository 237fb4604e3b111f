"""Every way out, each with a real other end: what `test_contract.py` holds to the contract."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from aiosmtpd.smtp import SMTP, AuthResult

from broadsheet.delivery.transports.contract import Transport
from broadsheet.delivery.transports.folder import FolderTransport
from broadsheet.delivery.transports.provider import open_provider
from broadsheet.delivery.transports.smtp import Server, SmtpTransport
from tests.delivery.smtp_server import counting_server, listening
from tests.delivery.transports import providers
from tests.delivery.transports.providers import provider

CERTIFICATE = Path(__file__).with_name("localhost.pem")
USER, PASSWORD = "newsroom", "p@ss:word/"
Arrived = list[tuple[str, bytes]]


@dataclass
class Way:
    """A transport, the same where nobody is at the other end, and what has arrived: recipients and messages."""

    transport: Transport
    down: Transport
    arrived: Callable[[], Arrived]
    renames: bool = False  # whether it gives messages a Message-ID of its own


def trusting() -> ssl.SSLContext:
    """Whom a client trusts that knows the tests' server."""
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def showing() -> ssl.SSLContext:
    """What the tests' server shows."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context


@contextmanager
def folder(tmp_path: Path) -> Iterator[Way]:
    (tmp_path / "file").touch()
    mail = tmp_path / "mail"

    def arrived() -> Arrived:
        messages = [path.read_bytes() for path in sorted(mail.glob("*.eml"))]
        return [(message_from_bytes(data)["To"], data) for data in messages]

    yield Way(FolderTransport(mail), FolderTransport(tmp_path / "file" / "mail"), arrived)


@contextmanager
def smtp(tmp_path: Path) -> Iterator[Way]:
    """A server that answers each command by itself."""
    with _aiosmtpd() as found:
        yield _way(Server("smtp", "127.0.0.1", found.port), found.arrived)


@contextmanager
def starttls(tmp_path: Path) -> Iterator[Way]:
    """A server that wants encryption and a login."""

    def right(server, session, envelope, mechanism, login) -> AuthResult:
        return AuthResult(success=(login.login, login.password) == (USER.encode(), PASSWORD.encode()))

    options = {"tls_context": showing(), "require_starttls": True, "authenticator": right}
    with _aiosmtpd(**options, auth_required=True) as found:
        yield _way(Server("smtp+tls", "localhost", found.port, USER, PASSWORD), found.arrived)


@contextmanager
def pipelining(tmp_path: Path, *, scheme: str = "smtp") -> Iterator[Way]:
    """A server that takes commands in groups."""
    tls = showing() if scheme == "smtp+ssl" else None
    with counting_server(tls=tls, keep=True, login=(USER, PASSWORD)) as server:
        there = Server(scheme, "localhost" if tls else "127.0.0.1", server.port, USER, PASSWORD)
        yield _way(there, lambda: [(recipient, data) for _, recipient, data in server.messages])


@contextmanager
def mailgun(tmp_path: Path) -> Iterator[Way]:
    with provider(providers.mailgun) as server:
        at = "mailgun://{}@" + providers.DOMAIN + "?api_url={}/v3"
        yield _through(server, at, lambda mail: mail["text"])


@contextmanager
def postmark(tmp_path: Path, *, together: int = 1) -> Iterator[Way]:
    with provider(providers.postmark) as server:
        at = "postmark://{}?api_url={}&batch=" + str(together)
        yield _through(server, at, lambda mail: mail["TextBody"], renames=True)


WAYS = {
    "folder": folder,
    "smtp": smtp,
    "smtp, pipelining": pipelining,
    "smtp, STARTTLS": starttls,
    "smtp, TLS": partial(pipelining, scheme="smtp+ssl"),
    "Mailgun": mailgun,
    "Postmark": postmark,
    "Postmark, in batches": partial(postmark, together=3),
}


def _through(
    server: providers.Server, at: str, text: Callable[[dict[str, Any]], str], *, renames: bool = False
) -> Way:
    key = quote(providers.KEY, safe="")
    transport, down = (open_provider(at.format(key, url)) for url in (server.url, "http://127.0.0.1:1"))
    return Way(
        transport,
        down,
        lambda: [(to, b"\r\n\r\n" + text(mail).encode()) for to, mail in server.taken],
        renames,
    )


def _way(server: Server, arrived: Callable[[], Arrived]) -> Way:
    transport = SmtpTransport(server, connections=3, tls=trusting())
    down = SmtpTransport(Server("smtp", "127.0.0.1", 1), connections=3)
    return Way(transport, down, arrived)


@contextmanager
def _aiosmtpd(**options) -> Iterator[SimpleNamespace]:
    taken: Arrived = []

    class Handler:
        async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802  # aiosmtpd's name
            taken.extend((recipient, envelope.content) for recipient in envelope.rcpt_tos)
            return "250 2.0.0 Taken"

    def protocol() -> SMTP:
        return SMTP(
            Handler(),
            hostname="aiosmtpd.example",
            loop=asyncio.get_running_loop(),
            enable_SMTPUTF8=True,
            **options,
        )

    with listening(protocol) as port:
        yield SimpleNamespace(port=port, arrived=lambda: list(taken))
