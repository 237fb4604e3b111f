"""`broadsheet demo`: a paper to look at."""

from __future__ import annotations

import os

import click

from broadsheet.cli.console import step
from broadsheet.cli.demo_home import DemoHome
from broadsheet.cli.demo_welcome import welcome
from broadsheet.cli.django_side import boot, call
from broadsheet.cli.family import Family
from broadsheet.cli.serve import PORT, make_ready
from broadsheet.environment import Environment

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command(short_help="Serve the demo newsroom on this machine.")
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine alone.")
@click.option("--port", default=8000, show_default=True, type=PORT, help="Port to listen on.")
@click.option("--reset", is_flag=True, help="Throw away what was edited, and begin again.")
def demo(host: str, port: int, reset: bool) -> None:
    """Serve The Harbour Ledger, the paper of an invented port town, with its background work.

    The first start publishes it; later ones keep what you changed. Its staff's passwords are shown to
    everybody, so it answers this machine alone. Ctrl-C stops everything.

    \b
    Examples:
      broadsheet demo --port 9000
      broadsheet demo --reset
    """
    if host not in LOOPBACK:
        raise click.ClickException(
            f"The demo's passwords are public: it listens on loopback only, not on {host}."
        )
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    os.environ["BROADSHEET_URL"] = address
    with DemoHome(Environment().home) as home:
        prepare(home, host=host, port=port, reset=reset)
        with Family() as family:
            family.start("web server", _serve, host, port)
            family.start("worker", call, "worker")
            family.wait_until_heard(host, port)
            welcome(address, home.staff_file)
            family.wait()


def prepare(home: DemoHome, *, host: str, port: int, reset: bool) -> None:
    """Settings, tables, stories, static files: each only where it is missing."""
    from broadsheet.operations.server import require_free_port

    require_free_port("127.0.0.1" if host == "localhost" else host, port)
    if reset:
        home.clear()
    home.write_settings()
    boot()
    from broadsheet.operations.readiness import missing_migrations

    home.refuse_another_newsroom()
    if missing_migrations():
        with step("Setting the database up", "The database is ready"):
            call("migrate", interactive=False, verbosity=0)
    call("seed_demo")
    home.move_site()
    make_ready()


def _serve(host: str, port: int) -> None:
    from broadsheet.operations.server import serve

    serve(host=host, port=port, processes=1)
