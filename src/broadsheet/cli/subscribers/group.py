"""The commands about readers together."""

from __future__ import annotations

import click

from broadsheet.cli.subscribers.bringing import bring
from broadsheet.cli.subscribers.handing_out import hand_out


@click.group()
def subscribers() -> None:
    """Bring the readers of another list, and write down who reads a newsletter.

    \b
    Examples:
      broadsheet subscribers import members.csv --newsletter morning-tide --dry-run
      broadsheet subscribers export morning-tide.csv --newsletter morning-tide
    """


for command in (bring, hand_out):
    subscribers.add_command(command)
