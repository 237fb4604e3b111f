"""`broadsheet narrate`: have stories read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadsheet.cli.console import console
from broadsheet.cli.django_side import boot

if TYPE_CHECKING:
    from broadsheet.news.models import Story

SHOWN = 20


@click.command(short_help="Have stories read aloud.")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option(
    "--newest", type=click.IntRange(1, 100_000), metavar="N", help="The newest N that have no audio."
)
@click.option("--failed", is_flag=True, help="Those that could not be voiced.")
@click.option("--dry-run", is_flag=True, help="Name them, ask for nothing.")
def narrate(addresses: tuple[str, ...], newest: int | None, failed: bool, dry_run: bool) -> None:
    """Ask for audio of stories; the worker voices them, the newest first.

    A story is voiced by itself when it is published and whenever it is edited. This is for an archive, for stories
    that were published before there was a voice, and for those that failed. ADDRESS is a story's, such as
    /harbour/the-mole/.

    \b
    Examples:
      broadsheet narrate --newest 50
      broadsheet narrate /harbour/the-mole-holds/
      broadsheet narrate --failed --dry-run
    """
    if not (addresses or newest or failed):
        raise click.UsageError("Say which: an ADDRESS, --newest N or --failed.")
    boot()
    chosen = _chosen(addresses, newest=newest, failed=failed)
    for story in chosen[:SHOWN]:
        console.print(f"  {story.url}  {story.headline}", markup=False)
    if len(chosen) > SHOWN:
        console.print(f"  and {len(chosen) - SHOWN} more")
    if dry_run:
        console.print(f"{len(chosen)} would be asked for.")
        return
    from broadsheet.narration.actions.ask import ask_for_audio

    for story in chosen:
        ask_for_audio(story)
    console.print(f"{len(chosen)} asked for; “broadsheet worker” voices them.")


def _chosen(addresses: tuple[str, ...], *, newest: int | None, failed: bool) -> list[Story]:
    """Each once, in the order in which they were named."""
    from broadsheet.narration.choosing import (
        NoSuchStoryError,
        failed_stories,
        newest_without_audio,
        stories_at,
    )

    try:
        stories = [*stories_at(addresses)]
    except NoSuchStoryError as error:
        raise click.ClickException(str(error)) from error
    stories += newest_without_audio(newest) if newest else []
    stories += failed_stories() if failed else []
    return list(dict.fromkeys(stories))
