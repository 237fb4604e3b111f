"""Figures for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.figures import Target, percentile
from benchmarks.wire.runs import Delivered, Returned

POLLING = 10.0  # seconds between two looks of the live blogs that newsrooms use now
WIDTH = 60  # characters of the longest bar


def show_delivery(console: Console, found: Delivered) -> list[Target]:
    """How late the items were, beside a page that polls, and what else the server did."""
    p50, p99, most = (percentile(found.seconds, share) for share in (0.5, 0.99, 1))
    table = Table(title="From commit to an open page", title_justify="left")
    for column in ("", "p50 ms", "p99 ms", "max ms"):
        table.add_column(column, justify="left" if not column else "right")
    table.add_row("this stream", *(f"{1000 * value:,.0f}" for value in (p50, p99, most)))
    polled = (POLLING / 2, POLLING * 0.99, POLLING)
    table.add_row("polling every 10 s", *(f"{1000 * value:,.0f}" for value in polled))
    table.add_row("times sooner", *(f"{a / b:,.1f}" for a, b in zip(polled, (p50, p99, most), strict=True)))
    console.print(table)
    share = found.pages_meanwhile.rate / found.pages_alone.rate
    console.print(
        f"Opened in {found.opening:.1f} s. Stored pages meanwhile: {found.pages_meanwhile.rate:,.0f} a second "
        f"(p99 {found.pages_meanwhile.p99:.1f} ms), {share:.2f} of {found.pages_alone.rate:,.0f} without streams."
    )
    delivered = f"{found.received:,} of {found.expected:,}"
    amiss = found.pages_meanwhile.amiss
    return [
        Target("delivered", delivered, found.received == found.expected),
        *_once_in_order(found.twice, found.disordered),
        Target("commit → receipt, p99 < 1 s", f"{p99:.3f} s", p99 < 1),
        Target("memory for each stream < 40 kB", f"{found.memory / 1000:.1f} kB", found.memory < 40_000),
        Target("no page amiss meanwhile", str(amiss), not amiss),
    ]


def show_return(console: Console, found: Returned) -> list[Target]:
    """Nothing lost, nothing twice; and a small plot of when readers came back."""
    console.print(
        f"The server was away for {found.away:.1f} s. Readers came back, by seconds since its death:"
    )
    _plot(console, found.returns)
    spread = percentile(found.returns, 0.99) - percentile(found.returns, 0.01)
    delivered = f"{found.received:,} of {found.expected:,}"
    return [
        Target("killed in the middle: nothing lost", delivered, found.received == found.expected),
        *_once_in_order(found.twice, found.disordered),
        Target("readers come back spread over ≥ 10 s", f"{spread:.1f} s for 98 of 100", spread >= 10),
    ]


def _once_in_order(twice: int, disordered: int) -> list[Target]:
    return [
        Target("nothing twice", str(twice), not twice),
        Target("all in order", f"{disordered} readers not", not disordered),
    ]


def _plot(console: Console, seconds: Sequence[float]) -> None:
    counts = Counter(int(value) for value in seconds)
    most = max(counts.values(), default=1)
    for second in range(max(counts, default=0) + 1):
        bar = "█" * round(WIDTH * counts[second] / most)
        console.print(f"  {second:>3} s {counts[second]:>6,} {bar}")
