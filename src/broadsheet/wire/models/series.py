"""Round-ups that come again: a series, and what was made for it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone

from broadsheet.news.models import Section, Story


class Series(models.Model):
    """A round-up of the day's key developments that comes again, such as *Harbour latest*."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    title_pattern = models.CharField(
        max_length=150,
        default="{name}: {top}",
        help_text="The title of each round-up: {name} is the series, {top} the most important item, {date} the day.",
    )
    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="series", help_text="Where its round-ups stand."
    )
    of_section_only = models.BooleanField(
        "this section’s items only", default=False, help_text="Otherwise the whole day’s key developments."
    )
    hour = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MaxValueValidator(23)],
        help_text="When it is drafted by itself, by the newsroom’s clock: 0 to 23. Empty: never.",
    )
    publishes_itself = models.BooleanField(
        default=False, help_text="Publish at the hour, without waiting for an editor."
    )

    class Meta:
        verbose_name_plural = "series"
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class RoundUp(models.Model):
    """A story that was made for a series from one day's key developments.

    `flagged_at` is set when an item that it names was corrected or retracted, until an editor has looked.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="round_ups")
    day = models.DateField(default=date.today)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="round_up")
    made_at = models.DateTimeField(default=timezone.now)
    flagged_at = models.DateTimeField(null=True, blank=True)
    flag = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["series", "day"], name="one_round_up_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.series} of {self.day}"
