"""Where the command begins and every error ends."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from broadsheet.cli.errors import INTERRUPTED, in_one_line, is_expected
from broadsheet.cli.group import broadsheet
from broadsheet.environment import kinds


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    sys.exit(run(sys.argv[1:]))


def run(args: list[str]) -> int:
    """Run `args`; an error becomes one line on standard error, and an exit status that is not 0."""
    try:
        status = broadsheet.main(args, prog_name="broadsheet", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        click.echo("broadsheet: interrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output had seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if not is_expected(error) and _wants_traceback():
            raise
        click.echo(f"broadsheet: {in_one_line(error)}", err=True)
        return error.exit_code if isinstance(error, click.ClickException) else 1
    return status if isinstance(status, int) else 0


def _wants_traceback() -> bool:
    debug = os.environ.get("BROADSHEET_DEBUG", "").lower()
    return "--traceback" in sys.argv or debug in kinds.YES
