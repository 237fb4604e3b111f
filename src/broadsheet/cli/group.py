"""The command, its options and its family."""

from __future__ import annotations

import os
from pathlib import Path

import click

import broadsheet as package
from broadsheet.cli.archive import archive
from broadsheet.cli.bounces import bounces
from broadsheet.cli.demo import demo
from broadsheet.cli.doctor import doctor
from broadsheet.cli.export import export
from broadsheet.cli.forget import forget
from broadsheet.cli.init import init
from broadsheet.cli.manage import manage
from broadsheet.cli.narrate import narrate
from broadsheet.cli.serve import serve
from broadsheet.cli.subscribers import subscribers
from broadsheet.cli.wire import wire
from broadsheet.cli.worker import worker

EXAMPLES = """\b
Examples:
  broadsheet demo                                    a paper to look at, on this machine
  broadsheet init ~/paper                            a paper of your own
  broadsheet --home ~/paper serve                    its web server
  broadsheet --home ~/paper import wordpress a.xml   its old archive
"""


@click.group(
    epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The newsroom's folder. Default: $BROADSHEET_HOME, else ./var.",
)
@click.version_option(package.__version__, prog_name="Broadsheet")
def broadsheet(home: Path | None) -> None:
    """Publish a newspaper from one folder on one machine.

    Everything that a newsroom owns (database, pictures, settings) lies in its home folder. Settings come
    from the environment or from broadsheet.env in that folder.
    """
    if home is not None:
        os.environ["BROADSHEET_HOME"] = str(home)


for command in (
    init,
    serve,
    worker,
    demo,
    archive,
    wire,
    subscribers,
    bounces,
    narrate,
    export,
    forget,
    doctor,
    manage,
):
    broadsheet.add_command(command)
