"""Stories follow what is done to the items that they name.

A story keeps copies of its opening and of its word count (decision 6), which lists, feeds and search show. After each
act on an item the copies are made anew, and an editor is told of what misled.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from broadsheet.edge.changes import changed
from broadsheet.edge.tags import tag_of
from broadsheet.news.models import Story
from broadsheet.news.text import opening_of, word_count_of
from broadsheet.wire.models import Mention, RoundUp, WireItem
from broadsheet.wire.round_ups.lines import named_in
from broadsheet.wire.round_ups.words import time_in_words

logger = logging.getLogger(__name__)

COPIES = ("opening", "word_count")


def follow_soon(item: WireItem, **_: Any) -> None:
    """After the commit, and before whoever acted goes on."""
    transaction.on_commit(lambda: _try(item.pk))


def follow(item_id: int) -> int:
    """Bring every story that names the item up to date; returns how many there were. May run twice."""
    stories = list(Mention.objects.filter(item=item_id).values_list("story", flat=True))
    for story_id in stories:
        with transaction.atomic():
            _follow(story_id, item_id)
    return len(stories)


def follow_missed() -> int:
    """Follow what a process that died after its commit did not; returns how many items there were."""
    corrected = Q(item__corrected_at__gt=F("followed_at"))
    retracted = Q(item__retracted_at__gt=F("followed_at"))
    missed = set(Mention.objects.filter(corrected | retracted).values_list("item", flat=True))
    for item_id in missed:
        _try(item_id)
    return len(missed)


def _try(item_id: int) -> None:
    try:
        follow(item_id)
    except Exception:  # the act is done, and its editor must not be told otherwise: the clock follows it
        logger.exception("Stories follow item %s later", item_id, extra={"event": "follow_failed"})


def _follow(story_id: int, item_id: int) -> None:
    # The story before anything else, as whoever publishes it does: two that wait for each other would fail.
    story = Story.objects.select_for_update(of=("self",), no_key=True).filter(pk=story_id).first()
    mention = Mention.objects.filter(story=story_id, item=item_id).select_related("item").first()
    if story is None or mention is None:
        return
    if item_id not in named_in(story.body.raw_data) | named_in(_draft_of(story).body.raw_data):
        mention.delete()  # it stood in a draft that came to nothing
        return
    # Also where they are the same: the search index knows more words.
    story.save(update_fields=COPIES, clean=False)
    news, moment = _news(mention.item, since=mention.followed_at)
    if news:
        _flag(story, news)
    if mention.item.is_retracted or not mention.item.is_visible:
        changed({tag_of(story)}, gone=True)  # its excerpt stands on pages that do not show the item
    Mention.objects.filter(pk=mention.pk).update(followed_at=max(moment, timezone.now()))


def renew_copies(story: Story) -> None:
    """Save the copies that a story keeps of its text, where they are not right any more."""
    if (story.opening, story.word_count) != (opening_of(story.body), word_count_of(story.body)):
        story.save(update_fields=COPIES, clean=False)


def _news(item: WireItem, *, since: datetime) -> tuple[str, datetime]:
    """What an editor must be told of, in words; nothing for what only mended a slip of the pen."""
    posted = time_in_words(item.posted_at, day=None) if item.posted_at else ""
    if item.retracted_at and item.retracted_at > since:
        return f"The item of {posted} was retracted: {item.retraction_reason}", item.retracted_at
    if item.corrected_at and item.corrected_at > since:
        return f"The item of {posted} was corrected: {item.correction_note}", item.corrected_at
    return "", since


def _flag(story: Story, news: str) -> None:
    round_up = RoundUp.objects.select_for_update(of=("self",), no_key=True).filter(story=story).first()
    if round_up is not None:
        lines = [*round_up.flag.splitlines(), news]
        RoundUp.objects.filter(pk=round_up.pk).update(flag="\n".join(lines), flagged_at=timezone.now())
        logger.info("To look at: %s", round_up, extra={"event": "round_up_flagged", "round_up": round_up.pk})


def _draft_of(story: Story) -> Any:
    return story.get_latest_revision_as_object()
