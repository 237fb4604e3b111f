"""Shows what became of each row of an import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console

MOST_LINES = 20

Row = tuple[int, str, str]


def tell(console: Console, counts: Mapping[str, int], refused: Iterable[Row]) -> None:
    """How many rows became what, then why rows were refused."""
    from broadsheet.newsletters.importing.outcomes import Outcome

    for outcome in Outcome:
        if counts.get(outcome.value):
            console.print(f"{counts[outcome.value]:>9,}  {outcome.label}", markup=False)
    rows = list(refused)
    for line, said, reason in rows[:MOST_LINES]:
        console.print(
            f"  line {line:,}: {reason} ({said[:60]})" if said else f"  line {line:,}: {reason}", markup=False
        )
    if len(rows) > MOST_LINES:
        console.print(f"  … and {counts[Outcome.REFUSED.value] - MOST_LINES:,} rows more")
