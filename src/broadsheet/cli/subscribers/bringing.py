"""`broadsheet subscribers import`: the readers of another list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from broadsheet.cli.console import console
from broadsheet.cli.django_side import boot
from broadsheet.cli.subscribers.naming import newsletter_named, of_newsletter
from broadsheet.cli.subscribers.telling import tell
from broadsheet.cli.wire.naming import as_whom, person_named
from broadsheet.kit.terminal import progress_bar

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from broadsheet.newsletters.importing.columns import Columns
    from broadsheet.newsletters.importing.table import Table
    from broadsheet.newsletters.models import Newsletter

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import", short_help="Bring readers from a CSV file.")
@click.argument("file", type=FILE)
@of_newsletter
@click.option(
    "--map",
    "named",
    multiple=True,
    metavar="WHAT=COLUMN",
    help="A column that is not recognised: WHAT is address, state, joined or left; may be given again.",
)
@click.option("--dry-run", is_flag=True, help="Read and count, change nothing.")
@as_whom
def bring(file: Path, slug: str, named: tuple[str, ...], dry_run: bool, username: str) -> None:
    """Bring the people of a CSV file to a newsletter: of Ghost, Mailchimp, listmonk, or any other.

    Who left, bounced or complained there stays away here. Nobody who left here is brought back, and nobody gets
    mail. The file is read whole before anything changes. What was interrupted may be run again: nobody comes twice.

    \b
    Examples:
      broadsheet subscribers import members.csv --newsletter morning-tide --dry-run
      broadsheet subscribers import members.csv --newsletter morning-tide --as paula
      broadsheet subscribers import old.csv --newsletter morning-tide --map address=Contact --map joined=Since
    """
    wanted = dict(_pair(one) for one in named)
    boot()
    from broadsheet.newsletters.importing.errors import FileRefusedError

    newsletter, by = newsletter_named(slug), person_named(username)
    try:
        with file.open("rb") as opened:
            _bring(opened, file.name, newsletter, wanted, by=by, dry_run=dry_run)
    except FileRefusedError as error:
        raise click.ClickException(f"{file.name}: {error} Nothing was changed.") from error


def _bring(
    file: BinaryIO,
    name: str,
    newsletter: Newsletter,
    wanted: dict[str, str],
    *,
    by: User | None,
    dry_run: bool,
) -> None:
    table, columns = _understood(file, name, wanted)
    for notice in table.notices:
        click.echo(notice, err=True)
    if dry_run:
        _survey(table, columns, newsletter)
    else:
        _import(file, name, columns, newsletter, by)


def _understood(file: BinaryIO, name: str, wanted: dict[str, str]) -> tuple[Table, Columns]:
    from broadsheet.newsletters.importing.opening import opened

    return opened(file, file_name=name, wanted=wanted)


def _survey(table: Table, columns: Columns, newsletter: Newsletter) -> None:
    from broadsheet.newsletters.importing.survey import survey

    found = survey(table, columns, newsletter)
    tell(console, found.counts, [(row.line, row.said, row.reason) for row in found.refused])
    console.print("This was a dry run: nothing was changed.")


def _import(file: BinaryIO, name: str, columns: Columns, newsletter: Newsletter, by: User | None) -> None:
    from broadsheet.newsletters.actions.begin_intake import begin_intake
    from broadsheet.newsletters.actions.import_subscribers import OvertakenError, import_subscribers
    from broadsheet.newsletters.importing.progress import end

    intake = begin_intake(newsletter, file_name=name, columns=columns, by=by)
    try:
        with progress_bar(console) as listener:
            import_subscribers(intake, file, progress=listener)
    except OvertakenError as error:
        raise click.ClickException("Somebody stopped this import at the desk.") from error
    except BaseException:
        end(intake, state="stopped", reason="It was interrupted.")
        raise
    tell(console, intake.counts, intake.refused_rows.values_list("line", "said", "reason"))
    console.print(f"Done: {newsletter.name} has {newsletter.subscriptions.active().count():,} subscribers.")


def _pair(text: str) -> tuple[str, str]:
    what, is_there, column = text.partition("=")
    if not is_there:
        raise click.UsageError(f"--map takes WHAT=COLUMN, such as address=Email, not “{text}”.")
    return what.strip(), column.strip()
