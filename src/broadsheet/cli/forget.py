"""`broadsheet forget`: begin with an empty page store."""

from __future__ import annotations

import click

from broadsheet.cli.console import console
from broadsheet.cli.django_side import boot


@click.command(short_help="Have every page made anew.")
@click.option("--gone", is_flag=True, help="Leave no last good copies either.")
def forget(gone: bool) -> None:
    """Have every page made anew, on this machine, the others and in the CDN.

    Pages follow what editors do by themselves. This is for what nobody can see: data changed by SQL, or files put
    in place by hand. With --gone an outage that comes next has nothing to show.

    \b
    Example:
      broadsheet forget
    """
    boot()
    from django.conf import settings

    from broadsheet.edge.changes import changed
    from broadsheet.edge.tags import EVERYTHING

    if not settings.PAGE_STORE:
        raise click.ClickException("No pages are kept: BROADSHEET_PAGE_STORE is no.")
    changed([EVERYTHING], gone=gone)
    console.print("Every page is made anew when it is next asked for.")
