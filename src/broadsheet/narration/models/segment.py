"""What a voice has said once, kept so that nobody says it twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Segment(models.Model):
    """The sound of one sentence, named by everything that determines it (`segments.keys`)."""

    key = models.CharField(max_length=64, unique=True)
    words = models.TextField()
    language = models.CharField(max_length=12)
    provider = models.CharField(max_length=40)
    voice = models.CharField(max_length=200)
    version = models.CharField(max_length=200)
    milliseconds = models.PositiveIntegerField()
    file = models.FileField(upload_to="segments", max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]

    def __str__(self) -> str:
        return self.words[:60]
