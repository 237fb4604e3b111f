"""Looks a newsroom over: one finding for each thing that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from broadsheet.operations.doctor import bounces, data, mail, pages, paper, settings, voices, work
from broadsheet.operations.doctor.finding import Finding, bad

CHECKS: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
    ("Secret key", settings.secret_key),
    ("Debug", settings.debug),
    ("Address", settings.address),
    ("Settings", settings.names),
    ("Database", data.database),
    ("Migrations", data.migrations),
    ("Storage", data.storage),
    ("Static files", data.static_files),
    ("E-mail", mail.mail),
    ("Bounces", bounces.bounces),
    ("Worker", work.worker),
    ("Task queue", work.redis),
    ("Spool", work.spool),
    ("Pages", pages.pages),
    ("Paper", paper.paper),
    ("Voices", voices.voices),
)


def examine() -> Iterator[Finding]:
    """Every finding, in order; a check that fails to run is a finding, too."""
    for name, check in CHECKS:
        try:
            yield from check()
        except Exception as error:  # one ill organ must not hide the others
            yield bad(name, f"{type(error).__name__}: {error}", "See the message; the check could not run.")
