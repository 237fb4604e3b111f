"""A story: what a newsroom is for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, cast

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Orderable
from wagtail.search import index

from broadsheet.kit.excerpt import cut
from broadsheet.kit.words import reading_minutes
from broadsheet.media.models import Picture
from broadsheet.news.models.author import Author
from broadsheet.news.models.topic import Topic
from broadsheet.news.panels import STORY_PANELS
from broadsheet.news.querysets import StoryManager
from broadsheet.news.story_form import StoryForm
from broadsheet.news.story_page import story_context
from broadsheet.news.text import opening_of, word_count_of
from broadsheet.pages.fields import BodyField
from broadsheet.pages.models import FramedPage


class Story(FramedPage):
    """A story. Its section is its parent; its address is `/<section>/<slug>/`.

    `section`, `opening` and `word_count` are copies, kept by `save()`, so that lists need no tree walk and no
    text. `updated_at` is empty unless an editor says that an update matters to readers.
    """

    standfirst = models.TextField(
        max_length=400, blank=True, help_text="One or two sentences that say it all."
    )
    section = models.ForeignKey(
        "news.Section", null=True, editable=False, on_delete=models.SET_NULL, related_name="stories"
    )
    lead_picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_alt = models.CharField(
        "alt text here",
        max_length=300,
        blank=True,
        help_text="Leave empty to use the picture's own alt text.",
    )
    lead_caption = models.CharField(
        "caption here", max_length=300, blank=True, help_text="Leave empty to use the picture's own caption."
    )
    body = BodyField(blank=True)
    topics = ParentalManyToManyField(Topic, blank=True, related_name="stories")
    language = models.CharField(
        max_length=12, blank=True, help_text="Code such as uk or ar; empty for the paper's own language."
    )
    published_at = models.DateTimeField(
        "publication time",
        null=True,
        blank=True,
        help_text="Leave empty: it is set when the story is published.",
    )
    updated_at = models.DateTimeField("updated", null=True, blank=True)
    canonical_url = models.URLField(
        "first published at", blank=True, help_text="Address of the original, if the story is syndicated."
    )
    word_count = models.PositiveIntegerField(default=0, editable=False)
    opening = models.TextField(blank=True, editable=False)

    # A search fills these with the reader's words marked; a list that was not searched has nothing to mark.
    headline_marked = ""
    excerpt_marked = ""

    objects = StoryManager()
    base_form_class = StoryForm
    template = "news/story.html"
    page_description = "News, features, opinion: everything with a byline."
    content_panels, promote_panels, settings_panels = STORY_PANELS
    parent_page_types: ClassVar[list[str]] = ["news.Section"]
    subpage_types: ClassVar[list[str]] = []
    search_fields: ClassVar[list[index.BaseField]] = [
        *FramedPage.search_fields,
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.SearchField("author_names"),
        index.SearchField("topic_names"),
        index.FilterField("published_at"),
        index.FilterField("section"),
    ]

    class Meta:
        verbose_name_plural = "stories"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["section", "-published_at"], name="newest_of_a_section"),
            models.Index(fields=["-published_at"], name="newest_stories"),
        ]

    @property
    def headline(self) -> str:
        return str(self.title)

    @property
    def authors(self) -> list[Author]:
        """Who wrote it, in order."""
        return [byline.author for byline in self.bylines.all()]

    @property
    def author_names(self) -> str:
        return ", ".join(author.name for author in self.authors)

    @property
    def topic_names(self) -> str:
        return ", ".join(topic.name for topic in self.topics.all())

    @property
    def reading_minutes(self) -> int:
        """Whole minutes to read the text, at the paper's reading speed."""
        return reading_minutes(self.word_count, per_minute=settings.WORDS_PER_MINUTE)

    @property
    def excerpt(self) -> str:
        """The standfirst, else the beginning of the text cut at a word."""
        return self.standfirst or cut(self.opening)

    @property
    def meta_description(self) -> str:
        return super().meta_description or cut(self.excerpt, length=160)

    @property
    def alt(self) -> str:
        """What stands in for the lead picture where it cannot be seen."""
        return self.lead_alt or (self.lead_picture.alt if self.lead_picture else "")

    @property
    def caption(self) -> str:
        """The words under the lead picture."""
        return self.lead_caption or (self.lead_picture.caption if self.lead_picture else "")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Bring the copies up to date, and date a story that goes live."""
        parent = self.get_parent() if self.depth else None
        self.section_id = parent.pk if parent else None
        self._read_text()
        if self.live and not self.published_at:
            self.published_at = self._known_date() or self.first_published_at or timezone.now()
        super().save(*args, **kwargs)

    def _known_date(self) -> datetime | None:
        """The date under which readers know the story already; an editor may have emptied the field."""
        return Story.objects.filter(pk=self.pk).values_list("published_at", flat=True).first()

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The story as it would be if it were saved, its reading time included."""
        self._read_text()
        return cast(HttpResponse, super().serve_preview(request, mode_name))

    def _read_text(self) -> None:
        self.word_count = word_count_of(self.body)
        self.opening = opening_of(self.body)

    def with_content_json(self, content: dict[str, Any]) -> Story:
        """A revision of this story; where the story stands and when it was published are no matter of words."""
        story: Story = super().with_content_json(content)
        story.section_id = self.section_id
        story.published_at = story.published_at or self.published_at
        return story

    def readable_ids(self, story_ids: Iterable[int]) -> set[int]:
        """Those of `story_ids` whose stories everybody may read."""
        return set(Story.objects.published().filter(pk__in=list(story_ids)).values_list("pk", flat=True))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the page shows beside the story's own fields, every picture with its renditions."""
        return super().get_context(request, *args, **kwargs) | story_context(self, request)


class Byline(Orderable):
    """An author's place in a story's byline."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="bylines")

    class Meta(Orderable.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["story", "author"], name="an_author_signs_a_story_once")
        ]

    def __str__(self) -> str:
        return self.author.name
