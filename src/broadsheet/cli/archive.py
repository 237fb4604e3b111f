"""`broadsheet import`: bring an archive along."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.django_side import boot, call

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("import")
def archive() -> None:
    """Bring an archive from another system.

    \b
    Example:
      broadsheet import wordpress export.xml --media ~/backup/wp-content/uploads --dry-run
    """


@archive.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE…")
@click.option("--media", type=FOLDER, metavar="DIR", help="A copy of wp-content/uploads, for the pictures.")
@click.option("--dry-run", is_flag=True, help="Read and count, change nothing.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the result as JSON.",
)
@click.option("--overwrite", is_flag=True, help="Also replace what was edited here since the last run.")
def wordpress(
    files: tuple[Path, ...], media: Path | None, dry_run: bool, report: Path | None, overwrite: bool
) -> None:
    """Import a WordPress export (Tools → Export → All content).

    May be run again: nothing is made twice, and what changed in the export is brought up to date.

    \b
    Examples:
      broadsheet import wordpress export.xml --dry-run
      broadsheet import wordpress export.xml --media uploads --report report.json
    """
    boot()
    call(
        "import_wordpress",
        *map(str, files),
        media=media and str(media),
        dry_run=dry_run,
        report=report and str(report),
        overwrite=overwrite,
    )
