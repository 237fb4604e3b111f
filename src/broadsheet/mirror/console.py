"""Shows a run and its outcome in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from broadsheet.mirror.actions.check_mirror import Check
from broadsheet.mirror.report import Report
from broadsheet.mirror.run import Progress

MOST_LINES = 20


@contextmanager
def progress_bar(console: Console) -> Iterator[Progress]:
    """A bar that grows as links are found, and disappears in a file or a pipe."""
    columns = (TextColumn("Writing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Writing", total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)


def show_report(report: Report, console: Console, *, rehearsal: bool) -> None:
    """What was done, and what an operator should know of it."""
    console.print(f"{report.summary()}.", markup=False)
    left_out = [f"{link} (on {page})" if page else link for link, page in report.missing.items()]
    _lines(console, "The paper's own links to what readers cannot have", left_out)
    _lines(console, "Could not be made now, and are as they were", report.failed)
    if rehearsal:
        console.print("This was a dry run: nothing was written.")


def show_check(check: Check, console: Console) -> None:
    """Every dead link, up to a screenful."""
    _lines(console, "Dead links", [f"{dead.link} (in {dead.place})" for dead in check.dead])
    console.print(
        f"{check.links} links in {check.files} files, {len(check.dead)} of them dead.", markup=False
    )


def _lines(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(f"{title} ({len(lines)}):", markup=False)
    for line in lines[:MOST_LINES]:
        console.print(f"  {line}", markup=False)
    if len(lines) > MOST_LINES:
        console.print(f"  … and {len(lines) - MOST_LINES} more", markup=False)
