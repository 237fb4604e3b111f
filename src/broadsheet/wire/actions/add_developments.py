"""Add to a round-up what came since it was made."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from broadsheet.news.models import Story
from broadsheet.wire.models import RoundUp, WireItem
from broadsheet.wire.round_ups.drafting import developments_of, lines_for
from broadsheet.wire.round_ups.lines import BLOCK, named_in


def developments_left_out(round_up: RoundUp) -> list[WireItem]:
    """The day's key developments that the latest draft does not name."""
    draft = Story.objects.get(pk=round_up.story_id).get_latest_revision_as_object()
    named = named_in(draft.body.raw_data)
    return [item for item in developments_of(round_up.series, round_up.day) if item.pk not in named]


def add_developments(round_up: RoundUp, *, by: User | None = None) -> int:
    """Put them under the others, as a draft that an editor publishes; returns how many there were."""
    with transaction.atomic():
        # Two editors who press at once add each line once.
        locked = Story.objects.select_for_update(of=("self",), no_key=True).get(pk=round_up.story_id)
        items = developments_left_out(round_up)
        if items:
            _append(locked.get_latest_revision_as_object(), round_up, items, by=by)
    return len(items)


def _append(story: Story, round_up: RoundUp, items: list[WireItem], *, by: User | None) -> None:
    blocks = list(story.body.raw_data)
    ours = next((block for block in blocks if block["type"] == BLOCK), None)
    if ours is None:
        ours = {"type": BLOCK, "value": {"day": round_up.day.isoformat(), "lines": []}}
        blocks.append(ours)
    ours["value"]["lines"] = [*ours["value"]["lines"], *lines_for(items)]
    story.body = story.body.stream_block.to_python(blocks)
    story.save_revision(user=by, log_action=True)
