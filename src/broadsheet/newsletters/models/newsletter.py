"""A newsletter: what it promises, and in whose name it comes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput
from wagtail.fields import RichTextField
from wagtail.search import index

from broadsheet.media.models import Picture
from broadsheet.news.models import Author
from broadsheet.newsletters.querysets import NewsletterQuerySet
from broadsheet.newsletters.reserved import refuse_reserved

WELCOME = ["bold", "italic", "link", "ol", "ul"]


class Newsletter(index.Indexed, models.Model):
    """A list that readers join, and what it tells them before they do."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(
        max_length=80,
        unique=True,
        allow_unicode=True,
        validators=[refuse_reserved],
        help_text="Its address: /newsletters/…/.",
    )
    promise = models.CharField(max_length=160, help_text="What readers get, in one line.")
    rhythm = models.CharField(max_length=80, blank=True, help_text="How often: “Every weekday at 7”.")
    picture = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    host = models.ForeignKey(
        Author,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="newsletters",
        help_text="Whose it is: “… with Kateryna Bond”.",
    )
    from_name = models.CharField(
        max_length=80, blank=True, help_text="Whom it comes from. Empty: its name, and the paper’s."
    )
    from_address = models.EmailField(
        blank=True, help_text="Empty: the newsroom’s own (BROADSHEET_MAIL_FROM)."
    )
    reply_to = models.EmailField(blank=True, help_text="Where answers go. Empty: to the sender.")
    welcome_subject = models.CharField(
        max_length=150, blank=True, help_text="Empty: no welcome mail is sent."
    )
    welcome_text = RichTextField(blank=True, features=WELCOME, max_length=5000)
    is_open = models.BooleanField("takes subscribers", default=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="The smaller stands first.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    panels: ClassVar[list[Any]] = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("promise"),
        FieldRowPanel([FieldPanel("rhythm"), FieldPanel("position")]),
        FieldPanel("picture"),
        FieldPanel("host"),
        MultiFieldPanel(
            [FieldPanel("from_name"), FieldPanel("from_address"), FieldPanel("reply_to")], "Sender"
        ),
        MultiFieldPanel(
            [FieldPanel("welcome_subject"), FieldPanel("welcome_text")], "Welcome mail, sent on confirmation"
        ),
        FieldPanel("is_open"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
    ]

    objects = NewsletterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of its own sign-up page, without the host."""
        return reverse("newsletters:newsletter", args=[self.slug])
