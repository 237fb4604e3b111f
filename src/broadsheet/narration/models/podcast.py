"""What the newsroom says of its podcast."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from broadsheet.narration.podcast.categories import Category

SMALLEST_COVER = 1_400  # pixels a side; Apple takes none that is smaller


@register_setting(icon="media")
class Podcast(BaseSiteSetting):
    """The podcast of narrated stories: how directories name it, show it and file it."""

    title = models.CharField(max_length=80, blank=True, help_text="The paper's name, if you leave it empty.")
    description = models.TextField(
        max_length=900, blank=True, help_text="What listeners get, and who makes it. Directories show it."
    )
    category = models.CharField(
        max_length=60,
        choices=Category.choices,
        default=Category.DAILY_NEWS,
        help_text="Where directories file it.",
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="cover",
        help_text="A square of 3000 × 3000 pixels, at least 1400. Without one, a cover is made with the paper's name.",
    )
    is_explicit = models.BooleanField(
        "not for children", default=False, help_text="Directories then mark it as explicit."
    )
    guid = models.UUIDField(
        "GUID",
        null=True,
        blank=True,
        help_text="Only if this podcast was published elsewhere before: its <podcast:guid> there.",
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel(name) for name in ("title", "description", "category", "picture", "is_explicit", "guid")
    ]

    class Meta:
        verbose_name = "podcast"

    def __str__(self) -> str:
        return self.title or "Podcast"

    def clean(self) -> None:
        """Directories turn away small covers, and nobody says so to the newsroom."""
        picture = self.picture
        if picture and min(picture.width, picture.height) < SMALLEST_COVER:
            size = f"{picture.width} × {picture.height}"
            raise ValidationError(
                {"picture": f"It has {size} pixels: choose one of at least 1400 × 1400, better 3000 × 3000."}
            )
