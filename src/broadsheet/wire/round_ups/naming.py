"""Writes down which items a story names, whenever it is saved."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from broadsheet.news.models import Story
from broadsheet.wire.models import Mention, WireItem
from broadsheet.wire.round_ups.following import follow_soon, renew_copies
from broadsheet.wire.round_ups.lines import named_in
from broadsheet.wire.signals import acted


def write_down_mentions(
    instance: Story, raw: bool = False, update_fields: Collection[str] | None = None, **_: Any
) -> None:
    """After a story was saved, or a draft of it: then what readers see names its items still."""
    is_draft = update_fields is not None
    if raw or (is_draft and "latest_revision" not in (update_fields or ())):
        return
    named = named_in(instance.body.raw_data)
    if not is_draft:
        Mention.objects.filter(story=instance.pk).exclude(item__in=named).delete()
    if named:
        with transaction.atomic():
            _add(instance, named, is_draft=is_draft)


def _add(story: Story, named: set[int], *, is_draft: bool) -> None:
    # Whoever acts on one of these items at this instant either waits, and finds the mention; or is done, and the
    # copies that were made before are made anew.
    items = WireItem.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=named).order_by("pk")
    mentions = [Mention(story_id=story.pk, item_id=pk) for pk in items.values_list("pk", flat=True)]
    Mention.objects.bulk_create(mentions, ignore_conflicts=True)
    if not is_draft:
        renew_copies(Story.objects.get(pk=story.pk))


def connect() -> None:
    """Called once, when the app is ready."""
    post_save.connect(write_down_mentions, sender=Story, dispatch_uid="write_down_mentions")
    acted.connect(follow_soon, dispatch_uid="follow_items")
