"""Who writes: a name readers know, with a page of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from broadsheet.media.models import Picture


class Author(index.Indexed, ClusterableModel):
    """A byline. A member of staff may own it, but it outlives every account."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(
        max_length=120, unique=True, allow_unicode=True, help_text="Address of their page."
    )
    role = models.CharField(max_length=120, blank=True, help_text="“Harbour correspondent”.")
    portrait = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    biography = RichTextField(blank=True, features=["bold", "italic", "link"])
    email = models.EmailField(blank=True, help_text="Shown to readers.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
        verbose_name="staff account",
    )

    panels: ClassVar[list[Any]] = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("role"),
        FieldPanel("portrait"),
        FieldPanel("biography"),
        FieldPanel("email"),
        InlinePanel("links", label="contact link", heading="Contact links"),
        FieldPanel("user"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    # Where readers found the author until the save that is under way.
    address_before = ""

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the author's page, without the host."""
        return reverse("news:author", args=[self.slug])


class AuthorLink(Orderable):
    """A way to reach an author."""

    author = ParentalKey(Author, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(max_length=60, help_text="“Signal”, “Mastodon”.")
    url = models.URLField(verbose_name="address")

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.label
