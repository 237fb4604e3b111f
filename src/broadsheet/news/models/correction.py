"""What the paper got wrong, and said so."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField


class Correction(models.Model):
    """A dated correction of a story, which readers see with the story and in the list of all corrections."""

    class Placement(models.TextChoices):
        TOP = "top", "Over the text"
        FOOT = "foot", "Under the text"

    story = ParentalKey("news.Story", on_delete=models.CASCADE, related_name="corrections")
    issued_at = models.DateTimeField("date", default=timezone.now, db_index=True)
    text = RichTextField(
        features=["bold", "italic", "link"],
        help_text="What was wrong and what is right: “An earlier version said … In fact …”",
    )
    placement = models.CharField(max_length=4, choices=Placement.choices, default=Placement.FOOT)

    panels: ClassVar[list[Any]] = [FieldPanel("text"), FieldPanel("placement"), FieldPanel("issued_at")]

    class Meta:
        ordering: ClassVar[list[str]] = ["-issued_at"]

    def __str__(self) -> str:
        return f"Correction of {self.issued_at:%Y-%m-%d}"
