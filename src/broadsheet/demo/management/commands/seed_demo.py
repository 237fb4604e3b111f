"""`seed_demo`: publish the demo newsroom."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from broadsheet.demo.seeding.newsroom import seed_newsroom


class Command(BaseCommand):
    """Publishes The Harbour Ledger in an empty database; does nothing where a paper stands already."""

    help = "Publish the demo newsroom, The Harbour Ledger, in an empty database."

    def handle(self, *args: Any, **options: Any) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=Console(), transient=True) as bars:
            tasks: dict[str, Any] = {}

            def progress(what: str, done: int, total: int) -> None:
                if what not in tasks:
                    tasks[what] = bars.add_task(what, total=total)
                bars.update(tasks[what], completed=done)

            made = seed_newsroom(progress)
        if made:
            self.stdout.write("The Harbour Ledger is published.")
