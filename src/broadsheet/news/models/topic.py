"""What stories are about."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.search import index


class Topic(index.Indexed, models.Model):
    """A subject that runs through the sections, with a page that lists its stories."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True, help_text="Address of its page.")
    description = models.TextField(blank=True, help_text="One or two sentences over the list of stories.")

    panels: ClassVar[list[Any]] = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
    ]

    # Where readers found the topic until the save that is under way.
    address_before = ""

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the topic's page, without the host."""
        return reverse("news:topic", args=[self.slug])
