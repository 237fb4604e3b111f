"""`broadsheet init`: a new, empty newsroom."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from broadsheet.cli.answers import Answers, ask, fill_in, new_password, read_password, settings_of
from broadsheet.cli.console import console, step
from broadsheet.cli.django_side import boot, call
from broadsheet.environment.file import FILE_NAME, write_env_file


@click.command(short_help="Make a new, empty newsroom in DIR.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="Name of the paper.")
@click.option("--url", default="", help="Address at which readers reach it, such as https://paper.example.")
@click.option("--time-zone", default="", help="Such as Europe/Kyiv. Default: this machine's.")
@click.option("--language", default="", help="Such as en-gb, uk or ar.")
@click.option("--database-url", default="", help="postgresql://user:password@host/name. Default: SQLite.")
@click.option("--editor", default="", help="User name of the first editor.")
@click.option("--email", default="", help="Their e-mail address.")
@click.option("--password-stdin", is_flag=True, help="Read their password from standard input.")
@click.option("--no-input", is_flag=True, help="Ask nothing; a generated password is shown once.")
def init(folder: Path, password_stdin: bool, no_input: bool, **given: str) -> None:
    """Make a new, empty newsroom in DIR, which must be empty or not there yet.

    Writes broadsheet.env with a new secret key, sets the database up, founds the paper, and hires its first
    editor, who belongs to Publishers and may do everything.

    \b
    Examples:
      broadsheet init ~/paper
      broadsheet init /srv/paper --no-input --name "The Quay Post" --url https://quay.example
      pass show paper | broadsheet init ~/paper --no-input --password-stdin
    """
    require_unused(folder)
    answers = Answers(**given, password=read_password() if password_stdin else "")
    answers = (fill_in(answers) if no_input else ask(answers)).checked()
    generated = "" if answers.password else new_password()
    answers.password = answers.password or generated
    with undone_on_failure(folder):
        make_newsroom(folder, answers)
    tell(folder, answers, generated)


def require_unused(folder: Path) -> None:
    """Raise `click.ClickException` unless `folder` is empty or can be made."""
    if folder.is_dir() and any(folder.iterdir()):
        held = "a newsroom already" if (folder / FILE_NAME).exists() else "other files"
        raise click.ClickException(f"{folder} holds {held}: choose an empty folder.")
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file: choose a folder.")


@contextmanager
def undone_on_failure(folder: Path) -> Iterator[None]:
    """Leave no half newsroom behind, so that the same command can be given again."""
    existed = folder.exists()
    try:
        yield
    except BaseException:
        for path in folder.glob("*"):
            if path.is_file():
                path.unlink()
        if folder.exists() and not existed:
            folder.rmdir()
        raise


def make_newsroom(folder: Path, answers: Answers) -> None:
    """Settings, tables, paper, editor."""
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    write_env_file(folder / FILE_NAME, settings_of(answers), heading="Keep this file secret.")
    os.environ["BROADSHEET_HOME"] = str(folder.resolve())
    boot()
    with step("Setting the database up", "The database is ready"):
        call("migrate", interactive=False, verbosity=0)
    from broadsheet.operations.actions.start_newsroom import start_newsroom

    start_newsroom(answers.name, editor=answers.editor, email=answers.email, password=answers.password)


def tell(folder: Path, answers: Answers, generated: str) -> None:
    """What was made, and what comes next."""
    console.print(f"{answers.name} is founded in {folder.resolve()}.", markup=False)
    console.print(f"  First editor:  {answers.editor}", markup=False)
    if generated:
        console.print(f"  Password:      {generated}   (shown this once)", markup=False)
    console.print("Next, each in a terminal or as a service:")
    for command in ("serve", "worker"):
        console.print(f"  broadsheet --home {folder} {command}", markup=False)
    console.print(f"Then sign in at {answers.url}/desk/.", markup=False)
