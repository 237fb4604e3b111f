"""`broadsheet subscribers export`: who reads a newsletter."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from broadsheet.cli.django_side import boot
from broadsheet.cli.subscribers.naming import newsletter_named, of_newsletter
from broadsheet.cli.wire.naming import as_whom, person_named


@click.command("export", short_help="Write a newsletter's readers as CSV.")
@click.argument("file", default="-", metavar="[FILE]")
@of_newsletter
@as_whom
def hand_out(file: str, slug: str, username: str) -> None:
    """Write everybody on a newsletter's list as CSV, also those who left: address, state, times, consent.

    FILE must not be there yet, and only you can read it; “-”, or none, is standard output. No spreadsheet takes a
    cell for a formula, and “broadsheet subscribers import” reads it again. That it was exported is written down.

    \b
    Examples:
      broadsheet subscribers export morning-tide.csv --newsletter morning-tide
      broadsheet subscribers export --newsletter morning-tide | gzip > morning-tide.csv.gz
    """
    boot()
    from broadsheet.newsletters.actions.export_subscribers import export_subscribers

    newsletter, by = newsletter_named(slug), person_named(username)
    if file == "-":
        for piece in export_subscribers(newsletter, by=by):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise click.ClickException(f"{file} is there already: name another.") from error
    with os.fdopen(number, "wb") as written:
        written.writelines(export_subscribers(newsletter, by=by))
    click.echo(f"The readers of “{newsletter}” are in {Path(file)}.")
