"""One issue of a newsletter."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PreviewableMixin, RevisionMixin

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.fields import EditionField
from broadsheet.newsletters.models.newsletter import Newsletter
from broadsheet.newsletters.querysets import EditionQuerySet
from broadsheet.newsletters.rendering.headers import breaks_line
from broadsheet.newsletters.rendering.preview import MODES, SIZES, preview_of
from broadsheet.newsletters.slugs import free_slug

# What is written; all else is what became of it, and no revision brings that back.
WRITTEN = ("newsletter", "subject", "preview_text", "body", "in_archive")


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
        permissions: ClassVar[list[tuple[str, Any]]] = [("send_edition", "Can send editions")]

    def __str__(self) -> str:
        return self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give it an address where it has none."""
        if self.slug:
            super().save(*args, **kwargs)
            return
        for is_last in (False, True):
            self.slug = free_slug(self)
            try:
                with transaction.atomic():
                    super().save(*args, **kwargs)
            except IntegrityError:
                # Another one of the same subject was saved at the same moment.
                if is_last:
                    raise
            else:
                return

    def get_absolute_url(self) -> str:
        """Address in the archive, without the host."""
        return reverse("newsletters:edition", args=[self.newsletter.slug, self.slug])

    @property
    def is_fixed(self) -> bool:
        """Whether its words can no longer be changed, since readers have them."""
        return self.state in (self.State.SENDING, self.State.SENT)

    def clean(self) -> None:
        """The subject is a header of a mail, and the preview text stands beside it: each is one line."""
        for name in ("subject", "preview_text"):
            if breaks_line(getattr(self, name) or ""):
                raise ValidationError({name: "This is one line: take the line break out."})

    def with_content_json(self, content: dict[str, Any]) -> Edition:
        """A revision of this edition: other words, and whatever became of it since stays as it is."""
        edition: Edition = super().with_content_json(content)
        for field in self._meta.concrete_fields:
            if field.name not in WRITTEN:
                setattr(edition, field.attname, getattr(self, field.attname))
        return edition

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """As a mail, as a mail without its pictures, as text."""
        return MODES

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """A phone, and a window of a mail program."""
        return SIZES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As readers would get it now."""
        return preview_of(request, self, mode_name)
