"""Figures for people: tables, ratios, and whether the targets are reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.edge.newsroom import ALONE, FRONTED, STATIC, UNCACHED
from benchmarks.edge.publishing import Outcome
from benchmarks.edge.wrk import Measured
from benchmarks.figures import Target, percentile

Key = tuple[int, str, str]  # stories in the archive, which pages are asked for, who answers
Results = Mapping[Key, Sequence[Measured]]


def show_speed(console: Console, results: Results) -> list[Target]:
    """Everything that was measured; returns what it says of the targets."""
    for size, mix in dict.fromkeys((size, mix) for size, mix, _ in results):
        which = "one hot story" if mix == "hot" else "500 stories at random"
        table = Table(title=f"{which}, {size:,} in the archive", title_justify="left")
        table.add_column("")
        for column in ("pages/s", "best", "p50 ms", "p99 ms", "CPU µs", "amiss", "of plain files"):
            table.add_column(column, justify="right")
        for name in (STATIC, FRONTED, ALONE, UNCACHED):
            share = ratio(results, (size, mix, name), (size, mix, STATIC))
            table.add_row(name, *_figures(results[size, mix, name]), f"{share:.3f}")
        console.print(table)
    return [target for key in results for target in _targets(results, key)] + _by_size(results)


def ratio(results: Results, one: Key, other: Key) -> float:
    """How one did beside another: the median over the rounds, for the machine is not the same in each."""
    return median(a.rate / b.rate for a, b in zip(results[one], results[other], strict=True))


def _figures(runs: Sequence[Measured]) -> list[str]:
    middle = sorted(runs, key=lambda run: run.rate)[len(runs) // 2]
    best = max(run.rate for run in runs)
    amiss = sum(run.amiss for run in runs)
    waits = [f"{middle.p50:.2f}", f"{middle.p99:.2f}"]
    return [f"{middle.rate:,.0f}", f"{best:,.0f}", *waits, f"{middle.cpu:.1f}", str(amiss)]


def _targets(results: Results, key: Key) -> list[Target]:
    size, mix, name = key
    runs, where = results[key], f"{name}, {mix}, {size:,}"
    share = ratio(results, key, (size, mix, STATIC))
    p99, rate = median(run.p99 for run in runs), median(run.rate for run in runs)
    amiss = sum(run.amiss for run in runs)
    more = {
        FRONTED: [Target(f"{where}: ≥ 0.95 of plain files", f"{share:.3f}", share >= 0.95)],
        ALONE: [
            Target(f"{where}: ≥ 0.3 of plain files", f"{share:.3f}", share >= 0.3),
            Target(f"{where}: p99 < 10 ms", f"{p99:.2f} ms", p99 < 10),
        ],
        UNCACHED: [Target(f"{where}: ≥ 60 pages/s", f"{rate:.0f}", rate >= 60)],
    }
    return [Target(f"{where}: no answer amiss", str(amiss), not amiss), *more.get(name, [])]


def _by_size(results: Results) -> list[Target]:
    """A large archive beside a small one."""
    small, large = min(size for size, _, _ in results), max(size for size, _, _ in results)
    if small == large:
        return []
    found = []
    for size, mix, name in results:
        if size == large and name != STATIC:
            share = ratio(results, (large, mix, name), (small, mix, name))
            words = f"{name}, {mix}: {large:,} ≥ 0.9 of {small:,} stories"
            found.append(Target(words, f"{share:.3f}", share >= 0.9))
    return found


def show_publishing(console: Console, name: str, outcome: Outcome) -> list[Target]:
    """When the new headline was seen, and what was wrong."""
    table = Table(title=f"From publishing to a reader, {name}", title_justify="left")
    for column in ("", "p50 ms", "p99 ms", "max ms"):
        table.add_column(column, justify="left" if not column else "right")
    for words, seconds in (("from its beginning", outcome.from_before), ("from its end", outcome.from_after)):
        milliseconds = [f"{1000 * percentile(seconds, share):.0f}" for share in (0.5, 0.99, 1)]
        table.add_row(words, *milliseconds)
    console.print(table)
    console.print(
        f"{outcome.answers:,} answers were watched, {outcome.rate:,.0f} a second were given to the crowd."
    )
    for words in outcome.amiss[:5]:
        console.print(f"  {words}")
    p99 = percentile(outcome.from_before, 0.99)
    amiss = len(outcome.amiss) + outcome.amiss_of_crowd
    return [
        Target(f"{name}: publish → reader, p99 < 1 s", f"{p99:.3f} s", p99 < 1 and not outcome.unseen),
        Target(f"{name}: no answer amiss, none half", str(amiss), not amiss),
        Target(f"{name}: nothing older after newer", str(outcome.backwards), not outcome.backwards),
    ]
