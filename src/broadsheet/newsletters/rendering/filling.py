"""Moving blocks filled with what the paper has now, as plain data: for the mail and for the archive alike.

What readers may not read is never in it: drafts, what was taken down or retracted, pages for some readers only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from wagtail.blocks import StreamValue

from broadsheet.news.models import FrontPage, Section, Story
from broadsheet.news.querysets import StoryQuerySet
from broadsheet.newsletters.blocks.moving import Span
from broadsheet.newsletters.rendering.cards import BRIEF, LONGEST, card_of, development_of
from broadsheet.pages.querysets import private
from broadsheet.syndication.addresses import address_of, public
from broadsheet.wire.models import WireItem
from broadsheet.wire.newsroom_time import A_DAY, newsroom_time
from broadsheet.wire.round_ups.latest import newest_of

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition

CARD, THUMBNAIL = "mail", "mail-small"
KEY_PAGE = "/wire/key/"


@dataclass(frozen=True, slots=True)
class Filling:
    """An edition that is being filled: for when, and which stories it shows already. None is shown twice."""

    now: datetime
    shown: set[int] = field(default_factory=set)

    def stories(self, found: StoryQuerySet, *, most: int, shape: str, pictures: bool) -> list[dict[str, Any]]:
        """Cards in `shape` for the first of `found` that are not shown yet."""
        wanted = found.exclude(pk__in=self.shown).for_cards(shape)
        loaded = list(wanted[:most])
        self.shown.update(story.pk for story in loaded)
        longest = LONGEST if shape == CARD else BRIEF
        return [card_of(story, shape=shape if pictures else "", longest=longest) for story in loaded]


def fill(edition: Edition, now: datetime | None = None) -> dict[str, Any]:
    """What every moving block of the edition holds at `now`, by the key of the block (`keyed`); JSON-able.

    Lists are in `stories` or `developments`, empty where the paper has nothing; `heading` and `url` stand over them.
    """
    filling = Filling(now or newsroom_time(), shown=set(_picked(edition.body)))
    return {
        key: _FILLS[child.block_type](child.value, filling)
        for key, child in keyed(edition.body)
        if child.block_type in _FILLS
    }


def keyed(body: StreamValue) -> Iterator[tuple[str, Any]]:
    """Each block with what it is known by: its id, or its place while it was never saved."""
    for place, child in enumerate(body):
        yield str(child.id or place), child


def _picked(body: StreamValue) -> Iterable[int]:
    picked = (child.value["story"] for child in body if child.block_type == "story")
    return (story.pk for story in picked if story)


def _story(value: Any, filling: Filling) -> dict[str, Any]:
    # A story that was picked twice is shown twice: an editor said so.
    wanted = Story.objects.published().filter(pk=value["story"].pk if value["story"] else 0)
    story = wanted.for_cards(CARD).first()
    shape = CARD if value["pictures"] else ""
    return {"stories": [card_of(story, shape=shape, words=value["words"] or "")] if story else []}


def _newest(value: Any, filling: Filling) -> dict[str, Any]:
    section = _open_section(value["section"])
    if section is None:
        return {"stories": []}
    found = Story.objects.in_section(section).published().newest()
    stories = filling.stories(found, most=value["count"], pictures=value["pictures"], shape=THUMBNAIL)
    return {"heading": value["heading"] or section.title, "url": address_of(section), "stories": stories}


def _picks(value: Any, filling: Filling) -> dict[str, Any]:
    front = FrontPage.objects.live().order_by("path").first()
    found = Story.objects.picked(front.pk if front else 0).published()
    stories = filling.stories(found, most=value["count"], pictures=value["pictures"], shape=THUMBNAIL)
    return {"heading": value["heading"] or "Editors’ picks", "url": "", "stories": stories}


def _round_up(value: Any, filling: Filling) -> dict[str, Any]:
    series = int(value["series"] or 0)
    found = Story.objects.published().filter(pk__in=newest_of({series}).get(series, [])[:1])
    stories = filling.stories(found, most=1, pictures=value["pictures"], shape=CARD)
    return {"heading": value["heading"] or "", "url": "", "stories": stories}


def _developments(value: Any, filling: Filling) -> dict[str, Any]:
    items = WireItem.objects.standing().key()
    if value["section"]:
        section = _open_section(value["section"])
        items = items.in_section(section) if section else items.none()
    important = _spanned(items, value["span"], filling.now).by_importance().for_reading()
    # Chosen by weight, told by time: the clock stands beside each line.
    told: Any = sorted(important[: value["count"]], key=lambda item: item.posted_at, reverse=True)
    return {
        "heading": value["heading"] or _HEADINGS[value["span"]],
        "url": public(KEY_PAGE),
        "developments": [
            development_of(item, section=item.section if item.has_open_section else None) for item in told
        ],
    }


def _spanned(items: Any, span: str, now: datetime) -> Any:
    if span == Span.A_DAY:
        return items.filter(posted_at__gt=now - timedelta(days=1), posted_at__lte=now)
    today = newsroom_time(now).date()
    return items.on(today - A_DAY if span == Span.YESTERDAY else today)


def _open_section(page: Any) -> Section | None:
    """The section, if everybody may read it."""
    return Section.objects.live().exclude(private()).filter(pk=page.pk if page else 0).first()


_HEADINGS = {
    Span.TODAY: "Today’s key developments",
    Span.A_DAY: "Key developments of the last 24 hours",
    Span.YESTERDAY: "Yesterday’s key developments",
}
_FILLS: dict[str, Callable[[Any, Filling], dict[str, Any]]] = {
    "story": _story,
    "newest": _newest,
    "picks": _picks,
    "round_up": _round_up,
    "developments": _developments,
}
MOVING = frozenset(_FILLS)
