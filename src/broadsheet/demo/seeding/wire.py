"""The demo paper's News Feed and its round-ups, dated back from now."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from markdown_it import MarkdownIt

from broadsheet.demo.seeding.stories import StoryDesk
from broadsheet.news.models import Section, Story, Topic
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.post import post_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.models import Series, WireEvent, WireItem
from broadsheet.wire.payload import item_payload

AT = time(20)  # when the day's round-up comes out
_markdown = MarkdownIt("commonmark")


class WireDesk:
    """Files items as the staff would have, at the times when they would have."""

    def __init__(
        self,
        *,
        now: datetime,
        sections: dict[str, Section],
        topics: dict[str, Topic],
        stories: dict[str, Story],
        staff: dict[str, User],
    ) -> None:
        self._now, self._sections, self._topics = now, sections, topics
        self._stories, self._staff = stories, staff

    def file(self, row: dict[str, Any]) -> WireItem:
        """Post the item, correct or retract it as the row says, and date all of it back."""
        by = self._staff[row["by"]]
        is_draft = row.get("status") == "draft"
        item = post_item(
            row["headline"],
            by=by,
            body=_markdown.render(row.get("body", "")),
            section=self._sections[row["section"]],
            topics=[self._topics[slug] for slug in row.get("topics", [])],
            story=self._stories.get(row.get("story", "")),
            sources=row.get("sources", ""),
            urgency=row.get("urgency", "routine"),
            is_key=row.get("key", False),
            posted_at=None if is_draft else self._ago(row["age_hours"]),
            as_draft=is_draft,
        )
        if "correction" in row:
            item = correct_item(item, note=row["correction"], by=by)
            self._backdate(item, corrected_at=self._ago(row["correction_age_hours"]))
        elif "retraction" in row:
            item = retract_item(item, reason=row["retraction"], by=self._staff["ben"])
            self._backdate(item, retracted_at=self._ago(row["retraction_age_hours"]))
        return item

    def _ago(self, hours: float) -> datetime:
        return (self._now - timedelta(hours=hours)).replace(second=0, microsecond=0)

    @staticmethod
    def _backdate(item: WireItem, **times: datetime) -> None:
        """The times of acts, which were just done, on the row and in what readers are sent."""
        WireItem.objects.filter(pk=item.pk).update(**times)
        item.refresh_from_db()
        for event in WireEvent.objects.standing().filter(item=item):
            WireEvent.objects.filter(pk=event.pk).update(payload=item_payload(item, event.kind))


def make_series(rows: list[dict[str, Any]], sections: dict[str, Section]) -> dict[str, Series]:
    """Series by slug."""
    return {row["slug"]: Series.objects.create(**row | {"section": sections[row["section"]]}) for row in rows}


def round_up_days(series: Series, *, by: User, now: datetime, days: int = 2) -> None:
    """The round-ups of the last days that are over, published on their evenings."""
    for ago in range(days, 0, -1):
        day = timezone.localdate(now) - timedelta(days=ago)
        story = make_round_up(series, day=day, by=by).story
        story.published_at = timezone.make_aware(datetime.combine(day, AT))
        story.save_revision(user=by).publish(user=by)
        StoryDesk.backdate(Story.objects.get(pk=story.pk))
