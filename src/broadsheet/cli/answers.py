"""What `init` needs to know: given by options, or asked for on a terminal."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from broadsheet.environment import DATABASES
from broadsheet.environment.kinds import LANGUAGE, SITE, TIME_ZONE, Kind

LOCAL_TIME = Path("/etc/localtime")
DEFAULT_URL = "http://127.0.0.1:8000"


@dataclass(slots=True)
class Answers:
    """A newsroom to be; empty fields have not been answered yet."""

    name: str = ""
    url: str = ""
    time_zone: str = ""
    language: str = ""
    database_url: str = ""
    editor: str = ""
    email: str = ""
    password: str = ""

    def checked(self) -> Answers:
        """These answers; raises `click.BadParameter` for the first that cannot be meant."""
        for option, kind, value in (
            ("--url", SITE, self.url),
            ("--time-zone", TIME_ZONE, self.time_zone),
            ("--language", LANGUAGE, self.language),
            ("--database-url", DATABASES, self.database_url),
        ):
            check(kind, option)(value)
        return self


def check(kind: Kind, option: str = "") -> Callable[[str], str]:
    """A reader for `click.prompt` that says what an answer must be."""

    def read(text: str) -> str:
        try:
            return str(kind.read(text.strip()))
        except ValueError as error:
            raise click.BadParameter(f"it must be {kind.words}.", param_hint=option or None) from error

    return read


def fill_in(answers: Answers) -> Answers:
    """Put defaults where there is no answer; nobody is asked."""
    answers.name = answers.name or "Our Paper"
    answers.url = answers.url or DEFAULT_URL
    answers.time_zone = answers.time_zone or local_time_zone()
    answers.language = answers.language or "en-gb"
    answers.editor = answers.editor or "editor"
    return answers


def ask(answers: Answers) -> Answers:
    """Ask for what is missing."""
    answers.name = answers.name or click.prompt("Name of the paper")
    answers.url = answers.url or click.prompt(
        "Address at which readers will reach it", default=DEFAULT_URL, value_proc=check(SITE)
    )
    answers.time_zone = answers.time_zone or click.prompt(
        "Time zone", default=local_time_zone(), value_proc=check(TIME_ZONE)
    )
    answers.language = answers.language or click.prompt(
        "Language", default="en-gb", value_proc=check(LANGUAGE)
    )
    answers.editor = answers.editor or click.prompt("User name of the first editor", default="editor")
    answers.email = answers.email or click.prompt("Their e-mail address", default="", show_default=False)
    answers.password = answers.password or click.prompt(
        "Their password", hide_input=True, confirmation_prompt="Again", value_proc=strong
    )
    return answers


def strong(password: str) -> str:
    """The password; `click.BadParameter` when it is too easily guessed."""
    if len(password) < 10:
        raise click.BadParameter("a password needs at least 10 characters.")
    return password


def read_password() -> str:
    """The first line of standard input."""
    return strong(sys.stdin.readline().rstrip("\n"))


def new_password() -> str:
    """A password that nobody guesses."""
    return secrets.token_urlsafe(12)


def local_time_zone() -> str:
    """Name this machine's time zone; UTC when it does not tell."""
    _, found, name = str(LOCAL_TIME.resolve()).partition("zoneinfo/")
    try:
        return str(TIME_ZONE.read(name)).removeprefix("Etc/") if found else "UTC"
    except ValueError:
        return "UTC"


def settings_of(answers: Answers) -> dict[str, str]:
    """The lines of `broadsheet.env`; only what differs from a default, and the key."""
    public = urlsplit(answers.url)
    values = {
        "BROADSHEET_SECRET_KEY": secrets.token_urlsafe(50),
        "BROADSHEET_URL": answers.url,
        "BROADSHEET_TIME_ZONE": answers.time_zone,
        "BROADSHEET_LANGUAGE": answers.language,
        "BROADSHEET_MAIL_FROM": f"newsroom@{public.hostname}",
    }
    if public.scheme == "https":
        values["BROADSHEET_BEHIND_PROXY"] = "yes"  # `serve` speaks plain HTTP: somebody else does HTTPS
    if answers.database_url:
        values["DATABASE_URL"] = answers.database_url
    return values
