"""`broadsheet manage`: any Django command."""

from __future__ import annotations

import click

from broadsheet.cli.django_side import boot


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    options_metavar="",
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="COMMAND [ARGUMENTS]…")
@click.pass_context
def manage(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Run any Django command, such as migrate, shell or changepassword.

    \b
    Examples:
      broadsheet manage migrate
      broadsheet manage changepassword ada
      broadsheet manage help
    """
    from django.core.management import execute_from_command_line

    if arguments in ((), ("--help",), ("-h",)):
        click.echo(context.get_help())
        return
    boot()
    execute_from_command_line(["broadsheet manage", *arguments])
