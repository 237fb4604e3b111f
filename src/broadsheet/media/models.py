"""Pictures with the words that belong to them, and their renditions."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet
from wagtail.search import index

from broadsheet.media.shapes import SHAPES


class PictureQuerySet(ImageQuerySet):
    """Pictures, asked for in the newsroom's words."""

    def ready_to_show(self, *shapes: str) -> PictureQuerySet:
        """Pictures together with the renditions of `shapes`, in one more query whatever their number."""
        specs = [spec for shape in shapes for spec in SHAPES[shape].specs]
        return self.prefetch_renditions(*specs)


class Picture(AbstractImage):
    """A picture. Wagtail's `description` is its alt text: what a reader who cannot see it needs to know."""

    description = models.CharField(
        "alt text",
        max_length=255,
        blank=True,
        default="",
        help_text="What the picture shows, for readers who cannot see it.",
    )
    caption = models.CharField(max_length=300, blank=True, help_text="Shown under the picture.")
    credit = models.CharField(max_length=120, blank=True, help_text="Who made it and who gave it to us.")

    admin_form_fields = ("title", "file", "description", "caption", "credit", *Image.admin_form_fields[3:])
    search_fields: ClassVar[list[index.BaseField]] = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
    ]
    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        verbose_name_plural = "pictures"

    @property
    def alt(self) -> str:
        """What stands in for the picture where it cannot be seen."""
        return str(self.description)


class Rendition(AbstractRendition):
    """A picture at one size, in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition_of_a_picture"
            )
        ]
