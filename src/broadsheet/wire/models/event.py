"""The log of the News Feed: what was done, in the order in which readers may learn it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Max
from django.utils import timezone

from broadsheet.wire.models.item import WireItem


class WireEventQuerySet(models.QuerySet["WireEvent"]):
    """Events, asked for in English."""

    def standing(self) -> WireEventQuerySet:
        """The newest event of each subject; the older ones have lost their words."""
        return self.filter(payload__isnull=False)

    def after(self, cursor: int) -> WireEventQuerySet:
        """What a reader who has seen everything up to `cursor` must be told, in order."""
        return self.standing().filter(pk__gt=cursor).order_by("pk")

    def last_id(self) -> int:
        """The id of the newest event; 0 before there is one."""
        return self.aggregate(last=Max("pk"))["last"] or 0


class WireEvent(models.Model):
    """Something that was done to an item, or to the banner.

    `id` comes from `Sequence`, in the order of commits and without gaps: whoever has seen 6 has seen 5. `payload`
    is what readers are sent: the subject as it was left. It is taken away when a newer event of the same subject
    comes, so that old words are never told again.
    """

    class Kind(models.TextChoices):
        POSTED = "posted"
        EDITED = "edited"
        CORRECTED = "corrected"
        RETRACTED = "retracted"
        WITHDRAWN = "withdrawn"
        PINNED = "pinned"
        UNPINNED = "unpinned"
        BANNER = "banner"

    readers_see_it = False

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    item = models.ForeignKey(WireItem, null=True, on_delete=models.SET_NULL, related_name="events")
    subject = models.CharField(max_length=30)  # "item:12" or "banner"
    payload = models.JSONField(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = WireEventQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["subject"], name="wire_event_subject")]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}"

    @property
    def name(self) -> str:
        """The name of the message that readers' pages are sent."""
        return {self.Kind.WITHDRAWN: "gone", self.Kind.BANNER: "banner"}.get(self.Kind(self.kind), "item")


class Sequence(models.Model):
    """The one row that gives events their ids.

    A database's own sequence counts when a number is taken and not when it is committed: 6 could be seen before
    5, and a reader who has seen 6 would never be told 5. This row is locked from the taking until the commit.
    """

    readers_see_it = False

    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.last)
