"""`broadsheet doctor`: whether everything is well."""

from __future__ import annotations

import click
from django.core.exceptions import ImproperlyConfigured
from rich.markup import escape

from broadsheet.cli.console import console
from broadsheet.cli.django_side import boot
from broadsheet.operations.doctor.finding import Finding, Level, bad

COLOURS = {Level.GOOD: "green", Level.NOTE: "dim", Level.DOUBT: "yellow", Level.BAD: "red"}


@click.command(short_help="Look the newsroom over, and name the remedies.")
def doctor() -> None:
    """Look the newsroom over: one line for each thing that it needs, with the remedy where one is due.

    \b
    ✓ well    · for your information    ! works, but should not stay so    ✗ must be repaired

    The exit status is 1 when anything must be repaired.
    """
    try:
        boot()
    except ImproperlyConfigured as error:
        show(bad("Settings", str(error), ""))
        raise click.exceptions.Exit(1) from error
    from broadsheet.operations.doctor.examination import examine

    worst = [show(finding) for finding in examine()]
    if Level.BAD in worst:
        raise click.exceptions.Exit(1)


def show(finding: Finding) -> Level:
    """Print one line; returns how bad it is."""
    sign = f"[{COLOURS[finding.level]}]{finding.level.value}[/]"
    remedy = f" → {escape(finding.remedy)}" if finding.remedy else ""
    console.print(f"{sign} {finding.name:<13}{escape(finding.words)}{remedy}")
    return finding.level
