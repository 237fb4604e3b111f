"""Which mail server, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from broadsheet.delivery.transports.contract import TransportDownError

PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server as `EMAIL_URL` names it."""

    scheme: str  # smtp, smtp+tls (encrypted by STARTTLS), smtp+ssl (encrypted from the start)
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @classmethod
    def at(cls, url: str) -> Server:
        """The server at `url`; raises `TransportDownError` where that names none."""
        parts = urlsplit(url)
        if not parts.hostname:
            raise TransportDownError(
                "EMAIL_URL names no mail server: write it like smtp+tls://user:password@mail.example:587."
            )
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], user, password)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the server may take, in seconds."""

    connect: float = 20  # to take the call
    command: float = 60  # to answer a command, and to take some more of a message
    final: float = (
        300  # to answer the end of a message: it may look for viruses first (RFC 5321, 4.5.3.2.6: 600)
    )
