"""`broadsheet wire list`: what was filed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.markup import escape
from rich.table import Table

from broadsheet.cli.console import console
from broadsheet.cli.django_side import boot

if TYPE_CHECKING:
    from broadsheet.wire.models import WireItem

NEWEST = 20


@click.command("list", short_help="Show what was filed last.")
def list_items() -> None:
    """Show the newest 20 items, drafts too: number, time, what stands for it, headline.

    \b
    Example:
      broadsheet wire list
    """
    boot()
    from broadsheet.wire.models import WireItem

    rows = [_row(item) for item in WireItem.objects.order_by("-pk")[:NEWEST]]
    if not rows:
        click.echo("Nothing was filed yet.")
    elif console.is_terminal:
        table = Table("Item", "Time", "State", "Headline", box=None, padding=(0, 2))
        for row in rows:
            table.add_row(*map(escape, row))
        console.print(table)
    else:
        for row in rows:
            click.echo("\t".join(row))


def _row(item: WireItem) -> tuple[str, str, str, str]:
    from django.utils import timezone

    time = timezone.localtime(item.posted_at).strftime("%Y-%m-%d %H:%M") if item.posted_at else ""
    marks = {
        "breaking": item.is_breaking(),
        "notable": item.urgency == "notable",
        "key": item.is_key,
        "pinned": item.pinned_at is not None,
    }
    state = ", ".join([item.state, *(mark for mark, holds in marks.items() if holds)])
    return str(item.pk), time, state, str(item)
