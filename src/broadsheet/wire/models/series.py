"""Round-ups that come again: a series, what was made for it, and which items a story names."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput

from broadsheet.news.models import Section, Story
from broadsheet.wire.models.item import WireItem
from broadsheet.wire.round_ups.words import PLACES, checked_pattern


class Series(models.Model):
    """A round-up of the day's key developments that comes again, such as *Harbour latest*.

    `done_on` is the day for which the clock has done its part, whatever became of the story; `again_at` is when it
    looks again after it found nothing.
    """

    readers_see_it = False

    name = models.CharField(max_length=80)
    slug = models.SlugField(
        max_length=80, unique=True, allow_unicode=True, help_text="Its name for “broadsheet wire roundup”."
    )
    title_pattern = models.CharField(
        max_length=150,
        default="{name}: {top}",
        validators=[checked_pattern],
        help_text=f"The title of each round-up: {PLACES}.",
    )
    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="series", help_text="Where its round-ups stand."
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
    done_on = models.DateField(null=True, editable=False)
    again_at = models.DateTimeField(null=True, editable=False)

    panels: ClassVar[list[Any]] = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("title_pattern"),
        MultiFieldPanel([FieldPanel("section"), FieldPanel("of_section_only")], heading="What, and where"),
        FieldRowPanel([FieldPanel("hour"), FieldPanel("publishes_itself")], heading="By itself"),
    ]

    class Meta:
        verbose_name_plural = "series"
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class RoundUp(models.Model):
    """A story that was made for a series from one day's key developments.

    `flagged_at` is set when an item that it names was corrected or retracted, until an editor has looked; `flag`
    says what was done, a line for each.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="round_ups")
    day = models.DateField(default=date.today)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="round_up")
    made_at = models.DateTimeField(default=timezone.now)
    flagged_at = models.DateTimeField(null=True, blank=True)
    flag = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["series", "day"], name="one_round_up_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.series} of {self.day}"


class Mention(models.Model):
    """That a story names an item among its key developments, in what readers see or in a draft.

    `followed_at` is up to when the story has followed what was done to the item.
    """

    readers_see_it = False

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="mentions")
    item = models.ForeignKey(WireItem, on_delete=models.CASCADE, related_name="mentions")
    followed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["story", "item"], name="a_story_mentions_an_item_once")
        ]

    def __str__(self) -> str:
        return f"Item {self.item_id} in story {self.story_id}"
