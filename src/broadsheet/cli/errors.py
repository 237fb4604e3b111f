"""Says in one line what went wrong."""

from __future__ import annotations

import click
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError

INTERRUPTED = 130  # what a shell reports for a command that Ctrl-C ended


EXPECTED = (click.ClickException, ValidationError, ImproperlyConfigured, CommandError)


def is_expected(error: Exception) -> bool:
    """Whether the error speaks to an operator, who has no use for the place in the code."""
    return isinstance(error, EXPECTED)


def in_one_line(error: Exception) -> str:
    """The problem, and a remedy where one is known."""
    return " ".join(_words(error).split())


def _words(error: Exception) -> str:
    match error:
        case click.UsageError():
            path = error.ctx.command_path if error.ctx else "broadsheet"
            return f"{error.format_message()} See “{path} --help”."
        case click.ClickException():
            return error.format_message()
        case ValidationError():
            return " ".join(error.messages)
        case ImproperlyConfigured() | CommandError():
            return str(error)
        case DatabaseError() | InterfaceError():
            return f"The database says: {error} (“broadsheet doctor” looks closer.)"
        case OSError():
            return f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
        case _:
            again = "Set BROADSHEET_DEBUG=1 to see where."
            return f"Unexpected {type(error).__name__}: {error}. {again}"
