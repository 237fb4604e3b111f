"""The production record: how an audio came to be, and its files."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from broadsheet.narration.models.records import ProductionManager
from broadsheet.news.models import Story


class Production(models.Model):
    """One audio of a story, whole; never changed but for who approved it.

    The names of its files begin with an underscore, so that no template reaches them: what readers are shown is made by
    `listening.Listening`, which cannot be had without the notice.
    """

    class Origin(models.TextChoices):
        SYNTHETIC = "synthetic", "Synthetic voice"
        HUMAN = "human", "Recorded by a person"

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="productions")
    origin = models.CharField(max_length=9, choices=Origin.choices)
    language = models.CharField(max_length=12)
    provider = models.CharField(max_length=40, blank=True)
    voice = models.CharField(max_length=200, blank=True)
    version = models.CharField(max_length=200, blank=True)
    terms = models.JSONField(default=list)  # the lexicon's terms that were used
    fingerprint = models.CharField(max_length=64)  # of all that it says and how
    words = models.TextField(blank=True)  # everything that it says, as it is written
    made_at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()
    lines = models.PositiveIntegerField(default=0)
    lines_reused = models.PositiveIntegerField(default=0)
    seconds_of_work = models.FloatField(default=0)
    loudness = models.FloatField(null=True)  # LUFS
    peak = models.FloatField(null=True)  # dBTP
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, db_index=True)
    _m4a = models.CharField(max_length=200, db_column="m4a")
    _m4a_bytes = models.PositiveIntegerField(default=0, db_column="m4a_bytes")
    _opus = models.CharField(max_length=200, blank=True, db_column="opus")
    _opus_bytes = models.PositiveIntegerField(default=0, db_column="opus_bytes")
    _captions = models.CharField(max_length=200, blank=True, db_column="captions")

    objects = ProductionManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.get_origin_display()}, {self.seconds:.0f} s"

    @property
    def is_synthetic(self) -> bool:
        return self.origin == self.Origin.SYNTHETIC

    @property
    def seconds(self) -> float:
        return self.milliseconds / 1000

    def file_names(self) -> list[str]:
        """Every file of it, as the storage knows them."""
        return [name for name in (self._m4a, self._opus, self._captions) if name]

    file_names.alters_data = True  # type: ignore[attr-defined]  # no template may ask for them
