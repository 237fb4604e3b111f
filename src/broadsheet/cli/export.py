"""`broadsheet export`: the paper as plain files."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.django_side import boot, call


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--url", default="", metavar="URL", help="Where the mirror will stand, if that is known.")
@click.option("--dry-run", is_flag=True, help="Count what would be done, write nothing.")
@click.option("--check", is_flag=True, help="Write nothing, look for dead links in the mirror.")
def export(folder: Path, url: str, dry_run: bool, check: bool) -> None:
    """Write the whole public paper as plain files, for any web space, a USB stick, an onion service.

    DIR is empty, or an earlier mirror: then only what changed is written, and what is gone is removed. All
    links are relative, so that it opens from a disk and from any folder of a host. Ends with a look for dead
    links.

    \b
    Examples:
      broadsheet export ~/mirror
      broadsheet export ~/mirror --url https://mirror.example/paper/
      broadsheet export ~/mirror --check
    """
    boot()
    from broadsheet.cli.serve import make_ready

    if not check:
        make_ready()
    call("export_mirror", str(folder), url=url, dry_run=dry_run, check=check)
