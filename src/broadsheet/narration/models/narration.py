"""Where the voicing of a story stands."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from broadsheet.narration.models.production import Production
from broadsheet.narration.querysets import NarrationQuerySet
from broadsheet.news.models import Story


class Narration(models.Model):
    """A story's audio: what is asked for, how far it is, and the production that listeners get.

    `asked` counts what was asked; whoever voices ends only what it began with, so that an edit that comes meanwhile is
    voiced next. `production` stays until another is whole. Where a person recorded the story, `recording` is what they
    brought, and no voice is asked.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting for a voice"
        VOICING = "voicing", "Being voiced"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"
        SILENT = "silent", "Not read aloud"

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="narration")
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    reason = models.CharField(max_length=300, blank=True)  # why it failed, is silent, or waits
    production = models.OneToOneField(
        Production, null=True, blank=True, on_delete=models.SET_NULL, related_name="heard_in"
    )
    is_wanted = models.BooleanField(default=True)  # whether editors want this story read aloud
    asked = models.PositiveIntegerField(default=1)
    priority = models.SmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    lines = models.PositiveIntegerField(default=0)
    lines_done = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    recording = models.FileField(upload_to="recordings", max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    recording_captions = models.TextField(blank=True)  # WebVTT, where its times are known
    worker = models.CharField(max_length=80, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)

    objects = NarrationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-changed_at"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "-priority", "due_at"], name="narrations_in_turn")
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.story_id}"

    @property
    def percent(self) -> int:
        """How much of it is voiced."""
        return 100 * self.lines_done // self.lines if self.lines else 0
