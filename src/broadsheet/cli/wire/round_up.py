"""`broadsheet wire roundup`: make the day's round-ups."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from broadsheet.cli.django_side import boot
from broadsheet.cli.wire.naming import as_whom, person_named

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import User

    from broadsheet.wire.models import Series


@click.command("roundup", short_help="Make the day's round-ups.")
@click.argument("series", default="", metavar="[SERIES]")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Such as 2026-11-23. Default: today."
)
@click.option("--publish", is_flag=True, help="Put it before readers at once.")
@as_whom
def round_up(series: str, day: datetime | None, publish: bool, username: str) -> None:
    """Draft the day's round-up of a series, or of all, from the day's key developments.

    A round-up that was made already stays as it is. SERIES is its slug.

    \b
    Examples:
      broadsheet wire roundup
      broadsheet wire roundup harbour-latest --day 2026-11-23 --publish
    """
    boot()
    by = person_named(username)
    found = _named(series)
    failed = [one for one in found if not _make(one, day=day.date() if day else None, publish=publish, by=by)]
    if len(failed) == len(found):
        raise click.ClickException("No round-up was made.")


def _named(slug: str) -> list[Series]:
    from broadsheet.wire.models import Series

    found = list(Series.objects.filter(slug=slug) if slug else Series.objects.all())
    if not found:
        known = ", ".join(Series.objects.values_list("slug", flat=True))
        there = f"there are {known}" if known else "add one at the desk, under Newsroom"
        raise click.ClickException(
            f"There is no series “{slug}”: {there}." if slug else f"No series: {there}."
        )
    return found


def _make(series: Series, *, day: date | None, publish: bool, by: User | None) -> bool:
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.urls import reverse

    from broadsheet.wire.actions.make_round_up import make_round_up
    from broadsheet.wire.actions.publish_round_up import publish_round_up

    try:
        made = make_round_up(series, day=day, by=by)
    except ValidationError as complaint:
        click.echo(f"{series}: {' '.join(complaint.messages)}", err=True)
        return False
    if publish:
        publish_round_up(made, by=by)
    made.story.refresh_from_db()
    form = reverse("wagtailadmin_pages:edit", args=[made.story_id])
    where = made.story.url if made.story.live else form
    state = "is published" if made.story.live else "is a draft"
    click.echo(f"{series}: “{made.story.draft_title}” {state}: {settings.PUBLIC_URL}{where}")
    return True
