"""`broadsheet wire post`: file an item."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from broadsheet.cli.django_side import boot
from broadsheet.cli.wire.naming import address, as_whom, body_from, errors_by_option, person_named


@click.command(short_help="File an item.")
@click.argument("headline")
@click.option("--body", default="", help="A paragraph or two; “-” reads them from standard input.")
@click.option("--section", default="", metavar="SLUG", help="Section of the paper.")
@click.option("--topic", "topics", multiple=True, metavar="SLUG", help="A topic; may be given again.")
@click.option("--story", default="", metavar="STORY", help="Number or address of a story that says more.")
@click.option("--source", "sources", multiple=True, help="Who says so; may be given again.")
@click.option("--breaking", "urgency", flag_value="breaking", help="Put it over every page.")
@click.option("--notable", "urgency", flag_value="notable", help="More than routine.")
@click.option("--key", "is_key", is_flag=True, help="It belongs into the day's round-up.")
@click.option("--draft", is_flag=True, help="Keep it from readers.")
@as_whom
@click.option(
    "--idempotency-key", metavar="KEY", help="File once, however often the call is repeated; needs --as."
)
def post(headline: str, username: str, idempotency_key: str | None, **words: Any) -> None:
    """File an item; readers see it within a second.

    \b
    Examples:
      broadsheet wire post "Ferry to Hesk cancelled" --section harbour --source "harbour master"
      broadsheet wire post "Bridge closed" --breaking --key --as ada
      fortune | broadsheet wire post "Quiet night" --body - --draft
    """
    if idempotency_key is not None and not username:
        raise click.UsageError("--idempotency-key needs --as: keys are kept for each user.")
    boot()
    from broadsheet.wire.actions.file_once import file_once, fingerprint_of
    from broadsheet.wire.actions.post import post_item

    by = person_named(username)
    words["body"] = body_from(words["body"])
    with errors_by_option():
        file = partial(post_item, headline, by=by, **_fields(words))
        if by is None or idempotency_key is None:
            item, was_there = file(), False
        else:
            item, was_there = file_once(idempotency_key, fingerprint_of([headline, words]), by, file)
    done = "was filed already" if was_there else "is kept as a draft" if item.state == "draft" else "is live"
    click.echo(f"Item {item.pk} {done}" + (f": {address(item)}" if item.is_visible else "."))


def _fields(words: dict[str, Any]) -> dict[str, Any]:
    from broadsheet.wire.named import section_named, story_named, topics_named

    return {
        "body": words["body"],
        "section": section_named(words["section"]),
        "topics": topics_named(words["topics"]),
        "story": story_named(words["story"]),
        "sources": "; ".join(words["sources"]),
        "urgency": words["urgency"] or "routine",
        "is_key": words["is_key"],
        "as_draft": words["draft"],
    }
