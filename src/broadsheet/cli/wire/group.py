"""The wire's commands together."""

from __future__ import annotations

import click

from broadsheet.cli.wire.changing import correct, end_breaking, pin, retract, unpin
from broadsheet.cli.wire.listing import list_items
from broadsheet.cli.wire.post import post
from broadsheet.cli.wire.round_up import round_up
from broadsheet.cli.wire.token import token


@click.group()
def wire() -> None:
    """File and direct the News Feed.

    Works beside a running server: open pages show what is done within a second.

    \b
    Examples:
      broadsheet wire post "Ferry to Hesk cancelled" --section harbour --key
      broadsheet wire correct 12 --note "It sails after all." --headline "Ferry to Hesk sails"
      broadsheet wire list
    """


for command in (post, correct, retract, pin, unpin, end_breaking, list_items, round_up, token):
    wire.add_command(command)
