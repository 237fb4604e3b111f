"""What an editor arranged for listeners of one story."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from broadsheet.news.models import Story


class Hearing(models.Model):
    """A block that is kept out of the audio, or a passage that is said in other words.

    Other words belong to the passage as it was written: once somebody edits it, they are not said any more, or
    listeners would hear what readers no longer read. `passage` is empty for a whole block.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="hearings")
    block = models.CharField(max_length=64)
    passage = models.CharField(max_length=64, blank=True)
    kept_out = models.BooleanField(default=False)
    words = models.TextField(blank=True, max_length=5_000)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["story", "block", "passage"], name="a_passage_is_heard_one_way")
        ]

    def __str__(self) -> str:
        return "kept out" if self.kept_out else self.words[:60]
