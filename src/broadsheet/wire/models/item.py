"""An item of the News Feed."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import RevisionMixin

from broadsheet.news.models import Section, Story, Topic
from broadsheet.pages.links import resolved
from broadsheet.pages.querysets import private
from broadsheet.wire.querysets import STANDING, WireItemQuerySet
from broadsheet.wire.text import FEATURES, LONGEST_BODY


class WireItem(RevisionMixin, ClusterableModel):
    """What has happened, in a line or a paragraph, at a time of day.

    Once retracted, its words stand in no column of this row: they are left in its revisions, for the desk alone.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        LIVE = "live", "Live"
        CORRECTED = "corrected", "Corrected"
        RETRACTED = "retracted", "Retracted"

    class Urgency(models.TextChoices):
        ROUTINE = "routine", "Routine"
        NOTABLE = "notable", "Notable"
        BREAKING = "breaking", "Breaking"

    headline = models.CharField(max_length=200)
    body = RichTextField(
        blank=True, max_length=LONGEST_BODY, features=FEATURES, help_text="A paragraph or two, or nothing."
    )
    section = models.ForeignKey(
        Section, null=True, blank=True, on_delete=models.SET_NULL, related_name="wire_items"
    )
    topics = ParentalManyToManyField(Topic, blank=True, related_name="wire_items")
    story = models.ForeignKey(
        Story,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="wire_items",
        help_text="A story that says more.",
    )
    sources = models.CharField(max_length=300, blank=True, help_text="Who says so: “harbour master; police”.")
    posted_at = models.DateTimeField(
        "time",
        null=True,
        blank=True,
        db_index=True,
        help_text="Leave empty: it is set when the item is posted.",
    )
    urgency = models.CharField(max_length=8, choices=Urgency.choices, default=Urgency.ROUTINE)
    is_key = models.BooleanField(
        "key development", default=False, help_text="It belongs into the day’s round-up."
    )
    breaking_until = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Until when the banner stands on every page."
    )
    pinned_at = models.DateTimeField(null=True, blank=True, editable=False)

    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT, editable=False)
    correction_note = models.CharField(max_length=500, blank=True, editable=False)
    corrected_at = models.DateTimeField(null=True, blank=True, editable=False)
    retraction_reason = models.CharField(max_length=500, blank=True, editable=False)
    retracted_at = models.DateTimeField(null=True, blank=True, editable=False)

    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="wire_items",
    )
    filed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = WireItemQuerySet.as_manager()

    class Meta:
        verbose_name = "wire item"
        ordering: ClassVar[list[str]] = ["-posted_at", "-pk"]
        permissions: ClassVar[list[tuple[str, str]]] = [("file_wireitem", "Can file wire items")]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-posted_at", "-id"], name="newest_wire_items"),
        ]

    def __str__(self) -> str:
        return self.headline or f"Retracted item {self.pk}"

    def get_absolute_url(self) -> str:
        """Address of the item's own page, without the host."""
        return reverse("wire:item", args=[self.pk])

    @cached_property
    def shown_body(self) -> str:
        """The body with the addresses of pages that it links; lists load those of all their items together."""
        return resolved([self.body])[0]

    @cached_property
    def shown_story(self) -> Story | None:
        """The linked story, if everybody may read it."""
        if self.story_id is None:
            return None
        return Story.objects.filter(pk=self.story_id).published().for_lines().first()

    @cached_property
    def shown_section(self) -> Section | None:
        """The section, if everybody may read it."""
        if self.section_id is None:
            return None
        return Section.objects.filter(pk=self.section_id).live().exclude(private()).first()

    @property
    def is_visible(self) -> bool:
        """Whether readers see the item, or that it was there."""
        return self.state != self.State.DRAFT

    @property
    def is_standing(self) -> bool:
        """Whether readers can read it."""
        return self.state in STANDING

    @property
    def is_retracted(self) -> bool:
        return self.state == self.State.RETRACTED

    @property
    def is_corrected(self) -> bool:
        return self.state == self.State.CORRECTED

    def is_breaking(self, now: datetime | None = None) -> bool:
        """Whether its banner stands on every page at `now`."""
        until = self.breaking_until if self.is_standing else None
        return until is not None and until > (now or timezone.now())

    @property
    def filed_by_name(self) -> str:
        """Who filed it, for the desk."""
        return (
            self.filed_by.get_full_name() or self.filed_by.get_username() if self.filed_by else "the newsroom"
        )
