"""How far long work is, in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Listener = Callable[[str, float], None]


@contextmanager
def progress_bar(console: Console) -> Iterator[Listener]:
    """A bar for each step, told by its name and its share from 0 to 1; it disappears in a file or a pipe."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        steps: dict[str, TaskID] = {}

        def listen(step: str, share: float) -> None:
            if step not in steps:
                steps[step] = bar.add_task(step, total=1.0)
            bar.update(steps[step], completed=share)

        yield listen
