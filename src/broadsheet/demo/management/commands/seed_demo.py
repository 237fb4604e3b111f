"""`seed_demo`: publish the demo newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from broadsheet.demo.seeding.newsroom import Progress, seed_newsroom


class Command(BaseCommand):
    """Publishes The Harbour Ledger in an empty database; does nothing where a paper stands already."""

    help = "Publish the demo newsroom, The Harbour Ledger, in an empty database."

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, showing how far it is."""
        console = Console()
        with _bars(console) if console.is_terminal else _lines(console) as progress:
            made = seed_newsroom(progress)
        if made:
            self.stdout.write("The Harbour Ledger is published.")


@contextmanager
def _bars(console: Console) -> Iterator[Progress]:
    """A bar for each kind of work."""
    with Bars(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as bars:
        tasks: dict[str, Any] = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done)

        yield progress


@contextmanager
def _lines(console: Console) -> Iterator[Progress]:
    """A line for each kind of work and each quarter of it, where there is no terminal to draw on."""

    def progress(what: str, done: int, total: int) -> None:
        if done == 1 or done == total or done % max(1, total // 4) == 0:
            console.print(f"{what}: {done} of {total}")

    yield progress
