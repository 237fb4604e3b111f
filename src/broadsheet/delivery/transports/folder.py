"""Mail is kept as files: for the demo, for development, and for a newsroom without a mail server."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, Record, TransportDownError

SUFFIX = ".eml"
SCHEME = "filemail"


def folder_at(url: str) -> Path | None:
    """The folder that `url` names, None where mail goes elsewhere."""
    parts = urlsplit(url)
    return Path(unquote(parts.netloc + parts.path)) if parts.scheme == SCHEME else None


class FolderTransport:
    """Puts each message into a file of its own, readable by us alone: it may hold a link that lets its reader in."""

    in_flight = 1

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, envelopes: Iterator[Envelope], record: Record) -> None:
        """Write each envelope's message down. Raises `TransportDownError`, as when the disk is full."""
        for envelope in envelopes:
            name = self._keep(envelope)
            record([Outcome(envelope.number, Fate.ACCEPTED, 250, f"Kept as {name}", envelope.message_id)])

    def close(self) -> None:
        """Nothing is open."""

    def check(self) -> str:
        """See whether files can be written there."""
        try:
            self._make_folder()
            trial = self._folder / f".{os.getpid()}.trial"
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as error:
            raise self._down(error) from error
        return f"kept in {self._folder}"

    def _keep(self, envelope: Envelope) -> str:
        name = _name(envelope.number)
        unfinished = self._folder / f".{name}.unfinished"
        try:
            self._make_folder()
            try:
                unfinished.touch(mode=0o600)
                unfinished.write_bytes(envelope.data)
                unfinished.rename(self._folder / name)
            except OSError:
                unfinished.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._down(error) from error
        return name

    def _make_folder(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _down(self, error: OSError) -> TransportDownError:
        words = error.strerror or str(error)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        remedy = "make room on the disk" if full else "give the folder to the user who runs this"
        return TransportDownError(f"Mail cannot be kept in {self._folder} ({words}): {remedy}.")


def _name(number: int) -> str:
    """So that a listing by name is one by time, also of messages of one moment."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{number:010}{SUFFIX}"
