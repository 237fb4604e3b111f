"""Publish a round-up as it stands in its latest draft."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from broadsheet.news.models import Story
from broadsheet.wire.models import RoundUp


def publish_round_up(round_up: RoundUp, *, by: User | None = None) -> bool:
    """Put it out; False when readers have it already, as it is."""
    with transaction.atomic():
        story = Story.objects.select_for_update(of=("self",), no_key=True).get(pk=round_up.story_id)
        if story.live and not story.has_unpublished_changes:
            return False
        story.get_latest_revision().publish(user=by)
    return True
