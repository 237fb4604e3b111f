"""One issue of a newsletter."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PreviewableMixin, RevisionMixin

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.fields import EditionField
from broadsheet.newsletters.models.newsletter import Newsletter
from broadsheet.newsletters.querysets import EditionQuerySet


class Edition(PreviewableMixin, RevisionMixin, models.Model):
    """What is written once and sent to all; from the moment that sending begins, its words stand."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        SCHEDULED = "scheduled", "Scheduled"
        SENDING = "sending", "Sending"
        SENT = "sent", "Sent"

    newsletter = models.ForeignKey(Newsletter, on_delete=models.PROTECT, related_name="editions")
    subject = models.CharField(max_length=150)
    slug = models.SlugField(max_length=120, allow_unicode=True, blank=True)
    preview_text = models.CharField(
        max_length=200, blank=True, help_text="What mail programs show beside the subject."
    )
    body = EditionField(blank=True)
    in_archive = models.BooleanField(
        "keep in the archive", default=True, help_text="Readers can read it on the web."
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT, editable=False)
    send_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    held_back = models.CharField(
        max_length=500, blank=True, editable=False, help_text="Why it did not go out at its time."
    )
    filled = models.JSONField(
        null=True, blank=True, editable=False, help_text="What its moving blocks held when it was sent."
    )
    dispatch = models.OneToOneField(
        Dispatch, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="edition"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["newsletter", "slug"], name="one_edition_at_an_address"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["send_at"], condition=models.Q(state="scheduled"), name="editions_scheduled"
            ),
        ]
        permissions: ClassVar[list[tuple[str, str]]] = [("send_edition", "Can send editions")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """Address in the archive, without the host."""
        return reverse("newsletters:edition", args=[self.newsletter.slug, self.slug])

    @property
    def is_fixed(self) -> bool:
        """Whether its words can no longer be changed, since readers have them."""
        return self.state in (self.State.SENDING, self.State.SENT)

    panels: ClassVar[list[Any]] = []
