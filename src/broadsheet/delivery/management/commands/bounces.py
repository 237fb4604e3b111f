"""The command behind `broadsheet bounces`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from broadsheet.delivery.bounces.files import NoMailError, mails_in
from broadsheet.delivery.bounces.taking_in import take_in
from broadsheet.delivery.bounces.tally import Tally


class Command(BaseCommand):
    """`bounces FILE [--dry-run]`."""

    help = "Take in mail that came back: an .eml file, an mbox, a Maildir, or standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="an .eml file, an mbox, a Maildir, or “-”")
        parser.add_argument("--dry-run", action="store_true", help="say what would be counted, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=cast(IO[str], self.stdout))
        tally = Tally()
        columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} mails read"))
        try:
            with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
                task = bar.add_task("", total=None)
                for data in mails_in(options["file"]):
                    tally.add(take_in(data, dry_run=options["dry_run"]))
                    bar.advance(task)
        except NoMailError as error:
            raise CommandError(str(error)) from error
        self._show(tally, console, is_rehearsal=options["dry_run"])

    def _show(self, tally: Tally, console: Console, *, is_rehearsal: bool) -> None:
        lines = [f"{words}\t{count}" for words, count in tally.lines()]
        if console.is_terminal:
            console.print(_table(tally))
            lines = []
        if tally.unproven:
            lines.append("Named, but not counted, since anybody could have written it:")
            lines += [f"  {address} ({count})" for address, count in tally.unproven.most_common()]
        if is_rehearsal:
            lines.append("This was a dry run: nothing was written.")
        for line in lines:
            self.stdout.write(line)


def _table(tally: Tally) -> Table:
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for words, count in tally.lines():
        table.add_row(words, f"{count:,}")
    return table
