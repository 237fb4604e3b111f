"""A file of subscribers that is brought in from another list."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from broadsheet.newsletters.models.newsletter import Newsletter


class Intake(models.Model):
    """One file, how it is read, and how far it has come. It changes nothing before its whole file was read."""

    readers_see_it = False

    class State(models.TextChoices):
        CHOSEN = "chosen", "Waiting for its columns to be confirmed"
        QUEUED = "queued", "Waiting for a worker"
        READING = "reading", "Reading the file"
        WRITING = "writing", "Writing subscribers down"
        DONE = "done", "Done"
        REFUSED = "refused", "The file could not be read"  # nothing was changed
        STOPPED = "stopped", "Stopped"

    UNDER_WAY: ClassVar[tuple[str, ...]] = (State.QUEUED, State.READING, State.WRITING)

    newsletter = models.ForeignKey(Newsletter, on_delete=models.CASCADE, related_name="intakes")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    file_name = models.CharField(max_length=200, help_text="As its owner called it.")
    kept_as = models.CharField(
        max_length=200, blank=True, help_text="Where the upload is kept, until it was brought in."
    )
    columns: models.JSONField[Any, Any] = models.JSONField(default=dict, help_text="Which column says what.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.CHOSEN)
    reason = models.CharField(max_length=500, blank=True, help_text="Why it could not be read.")
    notices: models.JSONField[Any, Any] = models.JSONField(default=list)

    people = models.PositiveIntegerField(default=0, help_text="Different addresses in the file.")
    written = models.PositiveIntegerField(default=0, help_text="How many of them are written down.")
    counts: models.JSONField[Any, Any] = models.JSONField(
        default=dict, help_text="Rows by what became of them."
    )

    created_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, help_text="When somebody last worked on it.")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["newsletter"],
                condition=models.Q(state__in=("queued", "reading", "writing")),
                name="one_intake_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} into {self.newsletter}"

    @property
    def is_under_way(self) -> bool:
        """Whether it is to be written down, or is being."""
        return self.state in self.UNDER_WAY


class RefusedRow(models.Model):
    """A row that could not be brought in, for who brought the file to look at."""

    readers_see_it = False

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="refused_rows")
    line = models.PositiveIntegerField(help_text="Where it stands in the file, counted as editors count.")
    said = models.CharField(max_length=320, help_text="What stands where its address should.")
    reason = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar[list[str]] = ["line", "pk"]

    def __str__(self) -> str:
        return f"Line {self.line}: {self.reason}"
