"""The front page, composed by editors."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from broadsheet.edge.recording import note_until
from broadsheet.news.composition import Choice, compose
from broadsheet.news.models.section import Section
from broadsheet.news.models.story import Story
from broadsheet.pages.models import FramedPage


class FrontPage(FramedPage):
    """The first thing that readers see, and the home of the editors' picks."""

    lead = models.ForeignKey(
        Story,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The day's first story. Empty, or unpublished: the newest story leads.",
    )

    template = "news/front_page.html"
    page_description = "The front page of a paper."
    max_count = 1
    content_panels: ClassVar[list[Any]] = [
        *FramedPage.content_panels,
        PageChooserPanel("lead"),
        InlinePanel("seconds", heading="Secondary stories", label="story"),
        InlinePanel("strips", heading="Section strips", label="section"),
        InlinePanel(
            "picks",
            heading="Editors' picks",
            label="pick",
            help_text="In this order beside every story. An unpublished story drops out by itself.",
        ),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["news.Section", "pages.InformationPage"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Lead, seconds, strips and picks, none of them twice above the strips."""
        return super().get_context(request, *args, **kwargs) | compose(self.choice)

    @property
    def choice(self) -> Choice:
        """What editors chose, as it stands in this revision."""
        now = timezone.now()
        standing = [pick for pick in self.picks.all() if pick.ends_at is None or pick.ends_at > now]
        note_until(min((pick.ends_at for pick in standing if pick.ends_at), default=None))
        strips = self.strips.all()
        prefetch_related_objects(strips, "section")
        return Choice(
            lead=self.lead_id,
            seconds=[second.story_id for second in self.seconds.all()],
            picks=[pick.story_id for pick in standing],
            strips=[(strip.section, strip.size) for strip in strips if strip.section.live],
        )


class SecondaryStory(Orderable):
    """A story beside the lead."""

    page = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="seconds")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")

    panels: ClassVar[list[Any]] = [PageChooserPanel("story")]

    class Meta(Orderable.Meta):
        pass


class SectionStrip(Orderable):
    """A section's newest stories; it fills itself."""

    page = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="strips")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="+")
    size = models.PositiveSmallIntegerField("stories", default=4, choices=[(n, str(n)) for n in range(1, 9)])

    panels: ClassVar[list[Any]] = [FieldRowPanel([PageChooserPanel("section"), FieldPanel("size")])]

    class Meta(Orderable.Meta):
        pass


class EditorsPick(Orderable):
    """A story that editors recommend, until its end time if it has one."""

    page = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="picks")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="picks")
    ends_at = models.DateTimeField("until", null=True, blank=True)

    panels: ClassVar[list[Any]] = [FieldRowPanel([PageChooserPanel("story"), FieldPanel("ends_at")])]

    class Meta(Orderable.Meta):
        pass
