"""Runs it and prints it: `python -m benchmarks.mail`. `QUICK=1` leaves the million out and sends to 20,000."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from statistics import mean

from rich.console import Console

from benchmarks.figures import Target, verdict
from benchmarks.mail.newsroom import CONNECTIONS, WORKERS, Sent, django_rate, found, send
from benchmarks.mail.sink import sink, source

QUICK = bool(os.environ.get("QUICK"))
SMALL, LARGE, HUGE = 10_000, 20_000 if QUICK else 100_000, 1_000_000
SIZE = 20_000  # bytes of a message
BY_SOURCE, BY_DJANGO = 20_000, 1_000  # messages, enough for some seconds
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def main() -> int:
    """Whether every target was reached, as an exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-bench-"))
    try:
        with sink() as port:
            return run(folder, port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(folder: Path, port: int) -> int:
    """Everything against one server, the anchor before and after: what else the machine does hits both."""
    given = found(folder / "home", mail_url=f"smtp://127.0.0.1:{port}")
    anchors = [_sources(port)]
    small = _send(given, SMALL)
    large = _send(given, LARGE)
    anchors.append(_sources(port))
    django = django_rate(given, messages=BY_DJANGO, size=SIZE)
    console.print(f"Django’s send_messages: {django:,.0f} a second")
    most = large if QUICK else _send(given, HUGE)
    anchor, keeping = (mean(rates) for rates in zip(*anchors, strict=True))
    console.print(f"{large.rate / keeping:.2f} of smtp-source where that keeps its connections, too")
    return verdict(console, _targets(small, large, most, smtp_source=anchor, django=django))


def _sources(port: int) -> tuple[float, float]:
    """As it comes, and with connections that it keeps (`-d`)."""
    as_it_comes, keeping = (
        source(port, messages=BY_SOURCE, size=SIZE, connections=WORKERS * CONNECTIONS, keeps=keeps)
        for keeps in (False, True)
    )
    console.print(
        f"smtp-source, {WORKERS * CONNECTIONS} at a time: {as_it_comes:,.0f} a second; with -d {keeping:,.0f}"
    )
    return as_it_comes, keeping


def _send(given: dict[str, str], recipients: int) -> Sent:
    sent = send(given, recipients=recipients, size=SIZE)
    console.print(
        f"Broadsheet, {WORKERS} workers, {recipients:,} recipients: {sent.rate:,.0f} a second, ledger included;"
        f" audience written down in {sent.freezing:.1f} s; a worker’s peak {sent.memory / 1024:.0f} MiB"
    )
    return sent


def _targets(small: Sent, large: Sent, most: Sent, *, smtp_source: float, django: float) -> list[Target]:
    whole = all(one.accepted == one.recipients and not one.uncertain for one in (small, large, most))
    growth = most.memory / small.memory - 1
    return [
        Target("everybody, each once", f"{most.accepted:,} of {most.recipients:,}", whole),
        Target("≥ 0.6 of smtp-source", f"{large.rate / smtp_source:.2f}", large.rate >= 0.6 * smtp_source),
        Target("≥ 15 × Django’s send_messages", f"{large.rate / django:.1f}", large.rate >= 15 * django),
        Target(
            f"the same memory for {small.recipients:,} and {most.recipients:,}",
            f"{growth:+.1%}",
            growth < 0.05,
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
