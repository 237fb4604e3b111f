"""Whether other mail servers would take it, and readers could follow its links."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from broadsheet.newsletters.checks.finding import Finding, Proof, stop, warn
from broadsheet.newsletters.rendering.headers import breaks_line

_LOCAL = ("localhost", "localhost.localdomain")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def check(proof: Proof) -> Iterator[Finding]:
    """A sender that answers can reach, in one line; links that lead to the paper."""
    newsletter = proof.edition.newsletter
    if breaks_line(newsletter.from_name or newsletter.name):
        yield stop("The sender’s name holds a line break: write it anew in the newsletter’s form.")
    yield from _address(newsletter.from_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    if urlsplit(settings.PUBLIC_URL).hostname in _LOOPBACK and not _stays_here():
        yield warn(
            f"Its links lead to {settings.PUBLIC_URL}, where no reader can go. "
            "Whoever runs the server sets BROADSHEET_URL."
        )


def _address(address: str) -> Iterator[Finding]:
    domain = address.rpartition("@")[2].lower()
    if domain in _LOCAL or domain.endswith(".localhost"):
        # Mail that goes into a folder is seen by nobody else: a newsroom may try everything there.
        say = warn if _stays_here() else stop
        yield say(
            f"It comes from {address}, which no mail server believes. Set the newsletter’s sender address, "
            "or BROADSHEET_MAIL_FROM for all."
        )
        return
    try:
        validate_email(address)
    except ValidationError:
        yield stop(
            f"It comes from “{address}”, which is no address. Set the newsletter’s sender address, "
            "or BROADSHEET_MAIL_FROM for all."
        )


def _stays_here() -> bool:
    return urlsplit(settings.MAIL_URL).scheme == "filemail"
