"""The whole demo newsroom, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from broadsheet.demo.reading import content
from broadsheet.demo.reading.markup import Blocks
from broadsheet.demo.seeding import cast, front
from broadsheet.demo.seeding.later import put_off
from broadsheet.demo.seeding.made import Made
from broadsheet.demo.seeding.narration import ask_for_voices
from broadsheet.demo.seeding.newsletters import send_newsletters
from broadsheet.demo.seeding.pictures import make_pictures
from broadsheet.demo.seeding.stories import StoryDesk
from broadsheet.demo.seeding.wanted import wanted_pictures
from broadsheet.demo.seeding.wire import WireDesk, make_series, round_up_days
from broadsheet.news.actions.found import found_paper
from broadsheet.news.models import FrontPage, Story

Progress = Callable[[str, int, int], None]


def seed_newsroom(progress: Progress) -> bool:
    """Publish The Harbour Ledger, dated back from now; returns False where a paper stands already.

    `progress` is told what is being made, how much is done and how much there is. Interrupted, it leaves no
    half-made paper: pictures are kept and used by the next try, all else is one transaction.
    """
    if FrontPage.objects.exists():
        return False
    room, texts = content.newsroom(), content.stories()
    pictures = _draw(room, texts, progress)
    with transaction.atomic():
        _publish(room, texts, pictures, progress)
    call_command("update_index", verbosity=0)
    put_off()
    return True


def _draw(room: dict[str, Any], texts: list[content.Text], progress: Progress) -> dict[str, int]:
    wanted = wanted_pictures(room, texts)
    pictures: dict[str, int] = {}
    for motif, pk in make_pictures(wanted):
        pictures[motif] = pk
        progress("Drawing pictures", len(pictures), len(wanted))
    return pictures


def _publish(
    room: dict[str, Any], texts: list[content.Text], pictures: dict[str, int], progress: Progress
) -> None:
    page = found_paper(name=room["paper"]["name"])
    front.describe_paper(page, room["paper"])
    made = _cast(room, FrontPage.objects.get(pk=page.pk), pictures)
    wire = content.wire()
    made.series = make_series(wire["series"], made.sections)
    _write(made, texts, page, progress)
    filing = WireDesk(
        now=made.now, sections=made.sections, topics=made.topics, stories=made.stories, staff=made.staff
    )
    for row in reversed(wire["items"]):
        filing.file(row)
    for one in made.series.values():
        round_up_days(one, by=made.staff["ben"], now=made.now)
    page = FrontPage.objects.get(pk=page.pk)
    front.compose_front(page, room["front"], now=made.now, stories=made.stories, sections=made.sections)
    send_newsletters(made)
    ask_for_voices(made, FrontPage.objects.get(pk=page.pk))


def _cast(room: dict[str, Any], page: FrontPage, pictures: dict[str, int]) -> Made:
    authors = cast.make_authors(room["authors"], pictures)
    made = Made(
        now=timezone.now(),
        pictures=pictures,
        sections=cast.make_sections(page, room["sections"]),
        authors=authors,
        topics=cast.make_topics(room["topics"]),
        staff=cast.make_staff(room["staff"], authors),
    )
    for author in authors.values():
        author.refresh_from_db()
    return made


def _write(made: Made, texts: list[content.Text], page: FrontPage, progress: Progress) -> None:
    """Stories and plain pages."""
    desk = StoryDesk(
        now=made.now, sections=made.sections, authors=made.authors,
        topics=made.topics, pictures=made.pictures, staff=made.staff,
    )  # fmt: skip
    made.stories = {text.slug: desk.open(text) for text in texts}
    blocks = Blocks(
        pictures=made.pictures,
        stories={slug: story.pk for slug, story in made.stories.items()},
        series={slug: one.pk for slug, one in made.series.items()},
    )
    for done, text in enumerate(texts, start=1):
        desk.file(Story.objects.get(pk=made.stories[text.slug].pk), text, blocks=blocks)
        progress("Publishing stories", done, len(texts))
    for text in content.pages():
        front.add_page(page, text, blocks=blocks)
