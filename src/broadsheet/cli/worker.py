"""`broadsheet worker`: the background work."""

from __future__ import annotations

import click

from broadsheet.cli.django_side import boot, call


@click.command(short_help="Do the background work.")
def worker() -> None:
    """Do the background work: tasks, and stories that are to be published at a set time.

    Runs until it is stopped (Ctrl-C, or SIGTERM from a service manager) and ends what it has begun. A paper
    needs one; several may run side by side, nothing is done twice.
    """
    boot()
    call("worker")
