"""Items and people as the command line names them, and errors by the option that is at fault."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from broadsheet.wire.models import WireItem

ITEM = click.IntRange(min=1, max=2**63 - 1)


def as_whom(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--as`."""
    words = "Whose act it is, by user name. Default: the newsroom's."
    return click.option("--as", "username", metavar="USERNAME", default="", help=words)(command)


def item_numbered(number: int) -> WireItem:
    """The item; `click.ClickException` where there is none."""
    from broadsheet.wire.models import WireItem

    item: WireItem | None = WireItem.objects.filter(pk=number).first()
    if item is None:
        raise click.ClickException(f"There is no item {number}: “broadsheet wire list” shows the newest.")
    return item


def person_named(username: str) -> User | None:
    """The user, None for no name; `click.ClickException` where there is none."""
    from django.contrib.auth.models import User

    if not username:
        return None
    person: User | None = User.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise click.ClickException(
            f"Nobody is called “{username}” here: give the name that they sign in with."
        )
    return person


@contextmanager
def errors_by_option() -> Iterator[None]:
    """Turn the wire's refusals into one line that names what is at fault."""
    from django.core.exceptions import ValidationError

    try:
        yield
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise
        words = (f"{name}: {' '.join(said)}" for name, said in error.message_dict.items())
        raise click.ClickException(" ".join(words)) from error


def body_from(words: str) -> str:
    """The words of a body; “-” stands for standard input."""
    return sys.stdin.read() if words == "-" else words


def address(item: WireItem) -> str:
    """Where readers find the item, with the host."""
    from django.conf import settings

    return f"{settings.PUBLIC_URL}{item.get_absolute_url()}"
