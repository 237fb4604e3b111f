"""The demo paper's newsletters and their editions, dated back from now."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from broadsheet.demo.reading import content
from broadsheet.demo.reading.content import Text
from broadsheet.demo.reading.editions import EditionBlocks
from broadsheet.demo.seeding.made import Made
from broadsheet.demo.seeding.sent import pretend_sent
from broadsheet.demo.seeding.subscribers import make_subscribers
from broadsheet.news.models import Author
from broadsheet.newsletters.models import Edition, Newsletter

_OURS = ("readers", "host", "picture")


def send_newsletters(made: Made) -> None:
    """Found them, subscribe their readers, send what was sent and schedule the next."""
    plan = content.newsletters()
    newsletters = make_newsletters(plan["newsletters"], authors=made.authors, pictures=made.pictures)
    shares = {newsletters[row["slug"]]: row["readers"] for row in plan["newsletters"]}
    make_subscribers(plan["people"], shares, now=made.now)
    blocks = EditionBlocks(
        stories={slug: story.pk for slug, story in made.stories.items()},
        series={slug: one.pk for slug, one in made.series.items()},
        sections={slug: section.pk for slug, section in made.sections.items()},
    )
    desk = EditionDesk(now=made.now, newsletters=newsletters, staff=made.staff, blocks=blocks)
    for text in content.editions():
        desk.file(text)


def make_newsletters(
    rows: list[dict[str, Any]], *, authors: dict[str, Author], pictures: dict[str, int]
) -> dict[str, Newsletter]:
    """Newsletters by slug, in their order."""
    return {
        row["slug"]: Newsletter.objects.create(
            **{name: value for name, value in row.items() if name not in _OURS},
            position=position,
            host=authors.get(row.get("host", "")),
            picture_id=pictures.get(row.get("picture", "")),
        )
        for position, row in enumerate(rows)
    }


class EditionDesk:
    """Writes editions as the staff would have; sends some to the past and leaves one for tomorrow."""

    def __init__(
        self,
        *,
        now: datetime,
        newsletters: dict[str, Newsletter],
        staff: dict[str, User],
        blocks: EditionBlocks,
    ) -> None:
        self._now, self._newsletters, self._staff, self._blocks = now, newsletters, staff, blocks

    def file(self, text: Text) -> Edition:
        """Write it, and send or schedule it as its head says."""
        head, by = text.head, self._staff[text.head["by"]]
        edition = Edition(
            newsletter=self._newsletters[head["newsletter"]],
            subject=head["subject"],
            preview_text=head["preview_text"],
            body=json.dumps(self._blocks.read(text.body)),
            written_by=by,
        )
        edition.save()
        edition.save_revision(user=by)
        if "age_hours" in head:
            pretend_sent(edition, head, by=self._staff["ben"], at=self._ago(head["age_hours"]))
        else:
            self._schedule(edition, hours=head["in_hours"])
        return edition

    def _schedule(self, edition: Edition, *, hours: float) -> None:
        """At a full hour. Not by the action: its checks would ask for every link."""
        at = timezone.localtime(self._now + timedelta(hours=hours)).replace(minute=0, second=0, microsecond=0)
        Edition.objects.filter(pk=edition.pk).update(
            state=Edition.State.SCHEDULED, send_at=at, sent_by=self._staff["ben"]
        )

    def _ago(self, hours: float) -> datetime:
        return (self._now - timedelta(hours=hours)).replace(second=0, microsecond=0)
