"""Shows how far an import is, and what became of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

MOST_LINES = 20

Row = tuple[int, str, str]


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[str, float], None]]:
    """A bar for each step, which disappears in a file or a pipe."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        steps: dict[str, TaskID] = {}

        def listen(step: str, share: float) -> None:
            if step not in steps:
                steps[step] = bar.add_task(step, total=1.0)
            bar.update(steps[step], completed=share)

        yield listen


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
