"""What was brought in from where, so that a second run knows."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class ImportedObject(models.Model):
    """A thing of ours and the foreign thing that it was made from.

    `source_hash` tells whether the foreign thing changed since the last run. `written` is what the run left
    behind: where our thing differs from it, an editor was there.
    """

    class Kind(models.TextChoices):
        AUTHOR = "author", "authors"
        SECTION = "section", "sections"
        TOPIC = "topic", "topics"
        PICTURE = "picture", "pictures"
        DOCUMENT = "document", "documents"
        STORY = "story", "stories"
        PAGE = "page", "pages"

    site = models.CharField(max_length=255, help_text="Address of the blog that it came from.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    foreign_id = models.CharField(max_length=255)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("content_type", "object_id")
    source_hash = models.CharField(max_length=64)
    written = models.JSONField(default=dict)
    first_imported_at = models.DateTimeField(auto_now_add=True)
    last_imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["site", "kind", "foreign_id"], name="a_foreign_thing_comes_in_once"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "foreign_id"], name="foreign_things_by_id"),
            models.Index(fields=["content_type", "object_id"], name="foreign_thing_of_ours"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.foreign_id} of {self.site}"
