"""What an edition's page on the web shows, in order: words as they were sent, less what the paper took back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_datetime

from broadsheet.media.querysets import load_renditions
from broadsheet.news.models import Story
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rendering.filling import MOVING, keyed
from broadsheet.newsletters.rendering.standing import still_standing
from broadsheet.pages.links import resolve_links
from broadsheet.pages.pictures import pictures_in

Held = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block. `block` is one that shows itself; else `data` is what a moving one held.

    `data` has `heading`, `url`, and `stories` or `developments`; `gone` counts those that were taken down since.
    """

    kind: str
    block: Any = None
    data: Held | None = None
    gone: int = 0

    @property
    def template(self) -> str:
        """How a moving block is shown."""
        return f"newsletters/archive/{self.kind}.html"


def pieces_of(edition: Edition) -> list[Piece]:
    """Every block of the edition that has something to show; pictures and addresses are the paper's of now."""
    sent: dict[str, Held] = edition.filled or {}
    standing = still_standing(sent)
    stories = _stories_in(standing)
    resolve_links(edition.body)
    load_renditions({"natural": pictures_in(edition.body, "picture")})
    return list(_pieces(edition, sent, standing, stories))


def _pieces(
    edition: Edition, sent: dict[str, Held], standing: dict[str, Held], stories: dict[int, Story]
) -> Iterator[Piece]:
    for key, child in keyed(edition.body):
        if child.block_type not in MOVING:
            yield Piece("block", block=child)
            continue
        held = standing.get(key, {})
        kind = "developments" if "developments" in held else "stories"
        gone = len(sent.get(key, {}).get(kind, ())) - len(held.get(kind, ()))
        if held.get(kind) or gone:
            is_large = child.block_type in ("story", "round_up")
            shown = [_shown(one, stories) for one in held.get(kind, ())]
            yield Piece(kind, data=held | {kind: shown, "is_large": is_large}, gone=gone)


def _shown(one: Held, stories: dict[int, Story]) -> Held:
    moment = parse_datetime(one["time"]) if one.get("time") else None
    return one | {"moment": moment, "now": stories.get(one.get("story", 0))}


def _stories_in(standing: dict[str, Held]) -> dict[int, Story]:
    wanted = {card["story"] for held in standing.values() for card in held.get("stories", ())}
    return {story.pk: story for story in Story.objects.known_public().filter(pk__in=wanted).for_cards()}
