"""Targets and percentiles, for every benchmark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised, and what was measured."""

    words: str
    measured: str
    reached: bool


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of them do not exceed."""
    ordered = sorted(values) or [float("inf")]
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def verdict(console: Console, targets: Sequence[Target]) -> int:
    """Say which targets were reached; 1 when one was not."""
    for target in targets:
        mark = "[green]✓[/green]" if target.reached else "[red]✗[/red]"
        console.print(f"{mark} {target.words}: {target.measured}")
    return 0 if all(target.reached for target in targets) else 1
