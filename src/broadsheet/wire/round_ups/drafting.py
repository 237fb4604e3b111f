"""The story of a round-up, as it is drafted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from wagtail.log_actions import log

from broadsheet.news.models import Author, Byline, Section, Story
from broadsheet.wire.models import Series, WireItem
from broadsheet.wire.round_ups.lines import BLOCK
from broadsheet.wire.round_ups.words import title_of


def developments_of(series: Series, day: date) -> list[WireItem]:
    """The day's key developments for the series, the most important first."""
    items = WireItem.objects.standing().key()
    if series.of_section_only:
        items = items.in_section(series.section)
    return list(items.on(day).by_importance())


def draft_story(series: Series, day: date, items: list[WireItem], *, by: User | None) -> Story:
    """An unpublished story in the series' section, with a first revision."""
    # Nobody else may give a child of the section the same place in the tree.
    section = Section.objects.select_for_update(of=("self",), no_key=True).get(pk=series.section_id)
    title = title_of(series.title_pattern, name=series.name, top=items[0].headline, day=day)
    block = {"type": BLOCK, "value": {"day": day.isoformat(), "lines": lines_for(items)}}
    story = Story(title=title, live=False, has_unpublished_changes=True, owner=by, body=json.dumps([block]))
    author = Author.objects.filter(user=by).first() if by else None
    story.bylines = [Byline(author=author, sort_order=0)] if author else []
    section.add_child(instance=story)
    log(story, "wagtail.create", user=by, content_changed=True)
    story.save_revision(user=by, log_action=False)
    return story


def lines_for(items: Iterable[WireItem]) -> list[dict[str, Any]]:
    """The lines of a block as they are stored, one for each item."""
    return [{"type": "item", "value": {"item": item.pk, "wording": ""}, "id": str(uuid4())} for item in items]
