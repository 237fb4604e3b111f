"""Open a connection: greeting, encryption, login. The standard library does it, and hands over the socket."""

from __future__ import annotations

import smtplib
import socket
import ssl

from django.core.mail.utils import DNS_NAME

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.smtp.server import Patience, Server
from broadsheet.delivery.transports.smtp.wording import Offered


def connect(
    server: Server, *, patience: Patience, tls: ssl.SSLContext | None
) -> tuple[socket.socket, Offered]:
    """A connection on which mail may be offered, and what the server can do; raises `TransportDownError`.

    The socket does not block. `tls` says whom to trust, where there is encryption.
    """
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _call(server, patience, tls)
        _introduce(smtp, server, tls)
        return _taken_over(smtp), Offered.from_features(smtp.esmtp_features)
    # `smtplib` encodes a password as ASCII, and a host name by IDNA.
    except (OSError, UnicodeError) as error:
        if smtp is not None:
            smtp.close()
        raise TransportDownError(f"The mail server {server} {_complaint(error, server)}") from error


def _call(server: Server, patience: Patience, tls: ssl.SSLContext | None) -> smtplib.SMTP:
    name, timeout = str(DNS_NAME), patience.connect
    if server.scheme == "smtp+ssl":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, local_hostname=name, timeout=timeout, context=tls
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=timeout)
    if smtp.sock is not None:
        smtp.sock.settimeout(patience.command)
    return smtp


def _introduce(smtp: smtplib.SMTP, server: Server, tls: ssl.SSLContext | None) -> None:
    smtp.ehlo_or_helo_if_needed()
    if server.scheme == "smtp+tls":
        smtp.starttls(context=tls)
        smtp.ehlo_or_helo_if_needed()
    if server.user:
        smtp.login(server.user, server.password)


def _taken_over(smtp: smtplib.SMTP) -> socket.socket:
    sock, file = smtp.sock, smtp.file
    if sock is None:
        raise ConnectionResetError
    smtp.sock = smtp.file = None
    if file is not None:
        file.close()  # it would keep the socket open after us
    sock.setblocking(False)
    # A group of commands is less than a packet: it must not wait for company (RFC 2920, 3.1).
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def _complaint(error: Exception, server: Server) -> str:
    """What is wrong and what to do, as the end of a sentence."""
    for kind, words in _COMPLAINTS.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, smtplib.SMTPNotSupportedError):
        if "STARTTLS" in str(error):
            return "offers no encryption (STARTTLS): write smtp+ssl:// if it encrypts from the start."
        return "offers no login: encrypt with smtp+tls://, or take user and password out of EMAIL_URL."
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"refuses the login ({_said(error)}): check user and password in EMAIL_URL."
    if isinstance(error, smtplib.SMTPResponseException):
        return f"takes no mail now ({_said(error)}): its operator knows why."
    words = " ".join(str(error).split()) or type(error).__name__
    return f"does not take us in ({words}): check scheme, host and port in EMAIL_URL."


# In this order: some of them are kinds of others.
_COMPLAINTS: dict[type[Exception], str] = {
    ssl.SSLCertVerificationError: "shows a certificate that is not to be trusted: name it in EMAIL_URL as the "
    "certificate does.",
    ssl.SSLError: "does not encrypt as EMAIL_URL says: smtp+ssl:// is for port 465, smtp+tls:// for 587.",
    socket.gaierror: "has no address: check the host’s name in EMAIL_URL.",
    TimeoutError: "does not answer: check host and port in EMAIL_URL, and that a firewall lets them through.",
    ConnectionRefusedError: "is not there: start it, or check host and port in EMAIL_URL.",
    UnicodeError: "cannot be asked: host, user and password in EMAIL_URL must be plain letters (ASCII).",
    smtplib.SMTPServerDisconnected: "hung up: check scheme and port in EMAIL_URL, or try again later.",
}


def _said(error: smtplib.SMTPResponseException) -> str:
    text = error.smtp_error
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{error.smtp_code} {' '.join(words.split())[:200]}"
