"""The demo paper's front page and what it says about itself."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from broadsheet.demo.reading.content import Text
from broadsheet.demo.reading.markup import Blocks
from broadsheet.news.models import EditorsPick, FrontPage, SecondaryStory, Section, SectionStrip, Story
from broadsheet.pages.models import InformationPage, Newsroom


def describe_paper(front: FrontPage, paper: dict[str, Any]) -> None:
    """Name, tagline, contact."""
    Newsroom.objects.filter(site__root_page=front).update(**paper)


def compose_front(
    front: FrontPage,
    plan: dict[str, Any],
    *,
    now: datetime,
    stories: dict[str, Story],
    sections: dict[str, Section],
) -> None:
    """Lead, seconds, strips and picks as `newsroom.toml` plans them."""
    front.lead = stories[plan["lead"]]
    front.seconds = [SecondaryStory(story=stories[slug]) for slug in plan["seconds"]]
    front.strips = [
        SectionStrip(section=sections[strip["section"]], size=strip["size"]) for strip in plan["strips"]
    ]
    front.picks = [_pick(row, now=now, stories=stories) for row in plan["picks"]]
    for row in (front.seconds, front.strips, front.picks):
        for position, item in enumerate(row.all()):
            item.sort_order = position
    front.save_revision().publish()


def _pick(row: dict[str, Any], *, now: datetime, stories: dict[str, Story]) -> EditorsPick:
    hours = row.get("ends_in_hours")
    return EditorsPick(story=stories[row["story"]], ends_at=now + timedelta(hours=hours) if hours else None)


def add_page(front: FrontPage, text: Text, *, blocks: Blocks) -> None:
    """About, privacy."""
    page = InformationPage(title=text.head["title"], slug=text.slug, body=json.dumps(blocks.read(text.body)))
    FrontPage.objects.get(pk=front.pk).add_child(instance=page)
    page.save_revision().publish()
