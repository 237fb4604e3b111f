"""`broadsheet serve`: the web server."""

from __future__ import annotations

import click

from broadsheet.cli.console import console, step
from broadsheet.cli.django_side import boot

PORT = click.IntRange(1, 65535)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=PORT, help="Port to listen on.")
@click.option("--processes", type=click.IntRange(1, 64), help="Default: BROADSHEET_WEB_PROCESSES, else 1.")
@click.option("--access-log", is_flag=True, help="Log every request.")
def serve(host: str, port: int, processes: int | None, access_log: bool) -> None:
    """Answer readers and staff over HTTP.

    Listens on this machine only, unless told otherwise: a server such as nginx or Caddy stands in front and
    speaks HTTPS. Stops on Ctrl-C or SIGTERM, after the requests under way.

    \b
    Examples:
      broadsheet serve
      broadsheet serve --port 9000 --processes 4
    """
    from broadsheet.operations.server import require_free_port
    from broadsheet.operations.server import serve as answer

    require_free_port(host, port)
    boot()
    from django.conf import settings

    make_ready()
    console.print(f"Serving {settings.PUBLIC_URL} on http://{host}:{port}", markup=False)
    answer(host=host, port=port, processes=processes or settings.WEB_PROCESSES, access_log=access_log)


def make_ready() -> None:
    """Refuse to start on tables that are missing; collect static files where they are not current."""
    from django.db import connections

    from broadsheet.edge.edition import begin_edition
    from broadsheet.operations.readiness import require_migrated
    from broadsheet.operations.static_files import collect_static_files, static_files_are_current

    require_migrated()
    if not static_files_are_current():
        with step("Preparing stylesheets and scripts", "Stylesheets and scripts are ready"):
            collect_static_files()
    begin_edition()
    connections.close_all()  # a connection must not be shared with the server's processes
