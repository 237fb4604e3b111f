"""What the edge keeps in the newsroom's database: which changes it must follow, which acts it has taken in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Change(models.Model):
    """Something that readers see has changed, written in the same transaction as the change itself.

    A process that dies between the commit and the forgetting leaves this row, and another node that was away
    finds it: what shows the old state is forgotten all the same.
    """

    tags = models.JSONField(help_text="What has changed: names of things and of lists.")
    gone = models.BooleanField(default=False, help_text="Nobody may see the old state again, ever.")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{'Gone' if self.gone else 'Changed'}: {', '.join(self.tags)}"


class TakenIn(models.Model):
    """A reader's act that waited in the spool and has been done, written in the transaction that did it."""

    act = models.UUIDField(primary_key=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name_plural = "taken in"

    def __str__(self) -> str:
        return str(self.act)
