"""Shows an import's report in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from broadsheet.imports.report import Outcome, Report

MOST_LINES = 20


def show(report: Report, console: Console) -> None:
    """The table, then why things were left out, what is missing, and what needs an editor's eye."""
    console.print(_table(report))
    _lines(
        console, "Left out", [f"{number} {kind}: {why}" for (kind, why), number in report.skips.most_common()]
    )
    missing = [
        f"{address} ({', '.join(places[:3])})" for address, places in sorted(report.missing_files.items())
    ]
    _lines(console, f"Missing files ({len(missing)})", missing)
    remarks = [f"{one.kind} {one.foreign_id} “{one.title}”: {one.words}" for one in report.remarks]
    _lines(console, f"For an editor's eye ({len(remarks)})", remarks)
    for words in report.general:
        console.print(f"Note: {words}", markup=False)
    if report.is_rehearsal:
        console.print("This was a dry run: nothing was written.")


def _table(report: Report) -> Table:
    table = Table(title="Dry run: what an import would do" if report.is_rehearsal else "Imported")
    table.add_column("")
    for name in ("read", *Outcome):
        table.add_column(str(name), justify="right")
    for kind, counter in report.table():
        table.add_row(kind, *(str(counter[name]) for name in ("read", *Outcome)))
    return table


def _lines(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(f"\n{title}:", markup=False)
    for line in lines[:MOST_LINES]:
        console.print(f"  {line}", markup=False, highlight=False)
    if len(lines) > MOST_LINES:
        console.print(f"  … and {len(lines) - MOST_LINES} more: --report FILE writes them all", markup=False)
