"""The mailbox in which bounces arrive, over IMAP (RFC 3501)."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from broadsheet.delivery.bounces.reading import MOST
from broadsheet.delivery.bounces.words import in_one_line

PATIENCE = 20  # seconds for each answer of the server
_WINDOW = 10_000  # mails whose marks are asked for at a time; an answer's line has a limit
SEEN, STARRED = r"(\Seen)", r"(\Seen \Flagged)"


class MailboxError(Exception):
    """The mailbox cannot be read now. Nothing was lost: what was not read is read the next time.

    Its text says in one line what is wrong and what to do.
    """


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mailbox is, as `BROADSHEET_BOUNCE_MAILBOX` says."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    is_encrypted: bool

    @classmethod
    def of(cls, url: str) -> Self:
        """Read `imaps://user:password@host/FOLDER`. Raises `MailboxError`."""
        parts = urlsplit(url)
        is_encrypted = parts.scheme == "imaps"
        folder = unquote(parts.path.strip("/")) or "INBOX"
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if not parts.hostname or not user or not folder.isascii() or not folder.isprintable():
            form = "imaps://user:password@host/FOLDER, the folder in plain letters"
            raise MailboxError(f"BROADSHEET_BOUNCE_MAILBOX must be of the form {form}.")
        port = parts.port or (993 if is_encrypted else 143)
        return cls(parts.hostname, port, user, password, folder, is_encrypted)

    def __str__(self) -> str:
        return f"{self.folder} of {self.user} on {self.host}:{self.port}"


class Mailbox:
    """An open mailbox."""

    def __init__(self, imap: imaplib.IMAP4, place: Place, *, size: int) -> None:
        self._imap = imap
        self.place = place
        self.size = size

    def unseen(self) -> Iterator[str]:
        """The ids of mails that nobody has seen, the oldest first."""
        for first in range(1, self.size + 1, _WINDOW):
            window = f"{first}:{min(first + _WINDOW - 1, self.size)}"
            _, found = _asked(self._imap.uid("SEARCH", window, "UNSEEN", "UNDELETED"))
            yield from found[0].decode("ascii").split() if found and found[0] else ()

    def read(self, uid: str) -> bytes:
        """The mail's first million bytes, without marking it; nothing where it is gone."""
        _, found = _asked(self._imap.uid("FETCH", uid, f"(BODY.PEEK[]<0.{MOST}>)"))
        return next((part[1] for part in found if isinstance(part, tuple)), b"")

    def mark(self, uid: str, flags: str) -> None:
        """Have everybody see that it was read."""
        _asked(self._imap.uid("STORE", uid, "+FLAGS.SILENT", flags))


@contextmanager
def open_mailbox(url: str, *, patience: float = PATIENCE, read_only: bool = False) -> Iterator[Mailbox]:
    """The mailbox, while it is needed. Raises `MailboxError`, here and in its methods."""
    place = Place.of(url)
    try:
        imap = _connect(place, patience)
        try:
            _sign_in(imap, place)
            yield Mailbox(imap, place, size=_select(imap, place, read_only=read_only))
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                imap.logout()
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxError(f"{place.host}:{place.port}: {_why(error)}") from error


def _connect(place: Place, patience: float) -> imaplib.IMAP4:
    if place.is_encrypted:
        context = ssl.create_default_context()
        return imaplib.IMAP4_SSL(place.host, place.port, ssl_context=context, timeout=patience)
    return imaplib.IMAP4(place.host, place.port, timeout=patience)


def _sign_in(imap: imaplib.IMAP4, place: Place) -> None:
    try:
        if "AUTH=PLAIN" in imap.capabilities:
            # Unlike LOGIN, it takes passwords beyond ASCII (RFC 4616).
            imap.authenticate("PLAIN", lambda _: f"\0{place.user}\0{place.password}".encode())
        else:
            imap.login(place.user, place.password)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeError) as error:
        said = in_one_line(error)
        words = f"{place.host} does not let {place.user} in ({said}): check BROADSHEET_BOUNCE_MAILBOX."
        raise MailboxError(words) from error


def _select(imap: imaplib.IMAP4, place: Place, *, read_only: bool) -> int:
    name = place.folder.replace("\\", "\\\\").replace('"', '\\"')
    answer, data = imap.select(f'"{name}"', readonly=read_only)
    if answer != "OK":
        raise MailboxError(
            f"{place.host} has no folder {place.folder} for {place.user}: make it, or name another."
        )
    return int(data[0] or 0)


def _asked(answer: tuple[str, list[Any]]) -> tuple[str, list[Any]]:
    if answer[0] != "OK":
        raise imaplib.IMAP4.error(f"the server says {answer[0]}: {answer[1]!r}")
    return answer


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer; look whether the server runs and is reached."
    words = getattr(error, "strerror", None) or str(error)
    return f"{in_one_line(words)}; look whether the server runs, and check BROADSHEET_BOUNCE_MAILBOX."
