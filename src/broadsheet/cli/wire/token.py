"""`broadsheet wire token`: let a machine file."""

from __future__ import annotations

import click

from broadsheet.cli.django_side import boot, call
from broadsheet.cli.wire.naming import person_named


@click.command(short_help="Make a token for a bot.")
@click.argument("username")
@click.argument("name")
def token(username: str, name: str) -> None:
    """Make a token with which the machine called NAME files in a user's name; it is shown this once.

    “broadsheet manage api_tokens list” and “… revoke” show and end tokens, as the desk does.

    \b
    Example:
      broadsheet wire token ada "harbour bot"
    """
    boot()
    from broadsheet.wire.rights import may_file

    person = person_named(username)
    if person is None or not may_file(person):
        raise click.ClickException(f"“{username}” may not file: give them “Can file wire items” in the desk.")
    call("api_tokens", "create", "--user", username, "--name", name)
