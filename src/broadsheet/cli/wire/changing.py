"""What is done to an item that was filed."""

from __future__ import annotations

import click

from broadsheet.cli.django_side import boot
from broadsheet.cli.wire.naming import (
    ITEM,
    address,
    as_whom,
    body_from,
    errors_by_option,
    item_numbered,
    person_named,
)


@click.command(short_help="Correct an item.")
@click.argument("item", type=ITEM)
@click.option("--note", required=True, help="What was wrong, for readers.")
@click.option("--headline", help="The headline that is right.")
@click.option("--body", help="The words that are right; “-” reads them from standard input.")
@as_whom
def correct(item: int, note: str, headline: str | None, body: str | None, username: str) -> None:
    """Correct an item: readers see the note beside it.

    \b
    Example:
      broadsheet wire correct 12 --note "It sails after all." --headline "Ferry to Hesk sails"
    """
    boot()
    from broadsheet.wire.actions.correct import correct_item

    by = person_named(username)
    body = None if body is None else body_from(body)
    with errors_by_option():
        done = correct_item(item_numbered(item), note=note, headline=headline, body=body, by=by)
    click.echo(f"Item {item} is corrected: {address(done)}")


@click.command(short_help="Take an item's words back.")
@click.argument("item", type=ITEM)
@click.option("--reason", required=True, help="Why, for readers.")
@as_whom
def retract(item: int, reason: str, username: str) -> None:
    """Retract an item: readers see that it was there, and why it is not; its words are gone.

    \b
    Example:
      broadsheet wire retract 12 --reason "The report was of last year's storm."
    """
    boot()
    from broadsheet.wire.actions.retract import retract_item

    with errors_by_option():
        done = retract_item(item_numbered(item), reason=reason, by=person_named(username))
    click.echo(f"Item {item} is retracted: {address(done)}")


@click.command(short_help="Keep an item on top.")
@click.argument("item", type=ITEM)
@as_whom
def pin(item: int, username: str) -> None:
    """Keep an item on top of the News Feed; one that was there gives way.

    \b
    Example:
      broadsheet wire pin 12
    """
    boot()
    from broadsheet.wire.actions.pin import pin_item

    pin_item(item_numbered(item), by=person_named(username))
    click.echo(f"Item {item} is pinned.")


@click.command(short_help="Take its pin out.")
@click.argument("item", type=ITEM)
@as_whom
def unpin(item: int, username: str) -> None:
    """Let an item stand at its time again.

    \b
    Example:
      broadsheet wire unpin 12
    """
    boot()
    from broadsheet.wire.actions.pin import unpin_item

    unpin_item(item_numbered(item), by=person_named(username))
    click.echo(f"Item {item} is not pinned.")


@click.command("end-breaking", short_help="Take the banner down.")
@click.argument("item", type=ITEM, required=False)
@as_whom
def end_breaking(item: int | None, username: str) -> None:
    """Take an item out of the banner over every page, or all that are in it; they stay in the feed.

    \b
    Examples:
      broadsheet wire end-breaking
      broadsheet wire end-breaking 12 --as ben
    """
    boot()
    from broadsheet.wire.actions.breaking import end_breaking
    from broadsheet.wire.models import WireItem

    items = [item_numbered(item)] if item else list(WireItem.objects.breaking())
    by = person_named(username)
    standing = [one for one in items if one.is_breaking()]
    for one in standing:
        end_breaking(one, by=by)
    ended = ", ".join(f"item {one.pk}" for one in standing)
    click.echo(f"No longer breaking: {ended}." if ended else "Nothing was breaking.")
