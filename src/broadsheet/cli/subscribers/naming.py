"""Newsletters as the command line names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Newsletter


def of_newsletter(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--newsletter`."""
    return click.option(
        "--newsletter", "slug", required=True, metavar="SLUG", help="Whose readers they are."
    )(command)


def newsletter_named(slug: str) -> Newsletter:
    """The newsletter; `click.ClickException` where there is none."""
    from broadsheet.newsletters.models import Newsletter

    newsletter = Newsletter.objects.filter(slug=slug).first()
    if newsletter is None:
        known = ", ".join(Newsletter.objects.values_list("slug", flat=True))
        there = f"there are {known}" if known else "add one at the desk, under Newsletters"
        raise click.ClickException(f"There is no newsletter “{slug}”: {there}.")
    return newsletter
