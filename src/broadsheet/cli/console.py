"""What the command says: coloured and moving on a terminal, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)


@contextmanager
def step(doing: str, done: str) -> Iterator[None]:
    """Show that a piece of work is under way, then that it is done."""
    if console.is_terminal:
        with console.status(f"{doing} …"):
            yield
    else:
        console.print(f"{doing} …", markup=False)
        yield
    console.print("[green]✓[/]" if console.is_terminal else "✓", done)
