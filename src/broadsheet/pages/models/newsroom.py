"""What the paper says about itself on every page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class Newsroom(BaseSiteSetting):
    """The paper: its name, its voice and how to reach it."""

    name = models.CharField(max_length=80, default="Broadsheet")
    tagline = models.CharField(max_length=120, blank=True, help_text="One line under the paper's name.")
    description = models.CharField(
        max_length=300, blank=True, help_text="What search engines and feeds say about the paper."
    )
    contact_email = models.EmailField(blank=True, verbose_name="e-mail for readers")
    secure_contact = models.CharField(
        max_length=300, blank=True, help_text="How a source reaches you safely, in one sentence."
    )
    secure_contact_url = models.URLField(blank=True, verbose_name="link for secure contact")
    footer_text = models.TextField(blank=True, help_text="Who makes and who owns the paper.")

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline"), FieldPanel("description")], "The paper"),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("secure_contact"), FieldPanel("secure_contact_url")],
            "How to reach it",
        ),
        FieldPanel("footer_text"),
    ]

    class Meta:
        verbose_name = "newsroom"

    def __str__(self) -> str:
        return self.name
