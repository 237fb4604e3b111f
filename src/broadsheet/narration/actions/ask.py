"""Ask for a story's audio."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from broadsheet.narration.models import Narration
from broadsheet.news.models import Story

SOON, AT_ONCE = 0, 10  # an editor waits for the second


def ask_for_audio(story: Story, *, priority: int = SOON) -> None:
    """Have the story voiced as it is published, by whichever worker is free; twice asked is once made."""
    asked(Narration.objects.get_or_create(story=story)[0].pk, priority=priority)


def asked(narration_id: int, *, priority: int = SOON) -> None:
    """Queue a narration. One that is being voiced is done once more afterwards: it may have begun with old words."""
    now = timezone.now()
    again = {"asked": F("asked") + 1, "priority": priority, "attempts": 0}
    narration = Narration.objects.filter(pk=narration_id)
    waits = {"state": "queued", "reason": "", "due_at": now, "changed_at": now}
    if not narration.exclude(state="voicing").update(**again, **waits):
        narration.filter(state="voicing").update(**again)
