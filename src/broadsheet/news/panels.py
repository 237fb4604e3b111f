"""The story editor's form, from top to bottom as a reporter fills it in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    Panel,
    PublishingPanel,
    TitleFieldPanel,
)

from broadsheet.news.checks import Finding, check_story
from broadsheet.news.topic_choices import TopicChoices


class ChecksPanel(Panel):
    """What to look at before publishing, over the form; nothing where there is nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "news/panels/checks.html"

        def is_shown(self) -> bool:
            """Only for a story that was saved once, and only when there is something to say."""
            return bool(self.instance.pk and self.findings)

        @cached_property
        def findings(self) -> list[Finding]:
            """What `check_story` found in the revision being edited."""
            return check_story(self.instance)

        def get_context_data(self, parent_context: Any = None) -> Any:
            """The template's inputs."""
            return super().get_context_data(parent_context) | {"findings": self.findings}


class NamedPanel(Panel):
    """A panel of an app above, by its name: it knows stories, which are not there yet while this file is read."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def bind_to_model(self, model: type) -> Panel:
        """The panel itself, once there are stories."""
        panel: Panel = import_string(self.path)()
        return panel.bind_to_model(model)


_CONTENT: list[Any] = [
    ChecksPanel(heading="Before you publish"),
    TitleFieldPanel("title", heading="Headline", placeholder="Headline"),
    FieldPanel("standfirst"),
    InlinePanel("bylines", label="author", heading="Authors, in order", min_num=0),
    MultiFieldPanel(
        [
            FieldPanel("lead_picture", heading="Picture"),
            FieldPanel("lead_alt"),
            FieldPanel("lead_caption"),
        ],
        heading="Lead picture",
    ),
    FieldPanel("body"),
    FieldPanel("topics", widget=TopicChoices),
]

_CORRECTIONS = InlinePanel(
    "corrections",
    heading="Corrections",
    label="correction",
    help_text="Readers see each with the story and in the list of all corrections. Publish to make it known.",
)

_PROMOTE: list[Any] = [
    FieldPanel("slug"),
    FieldPanel("seo_title"),
    FieldPanel("search_description"),
    FieldPanel("canonical_url"),
]

_SETTINGS: list[Any] = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("published_at"), FieldPanel("updated_at")]),
            FieldPanel("matters_to_readers"),
        ],
        heading="Times that readers see",
    ),
    FieldPanel("language"),
    PublishingPanel(),
    CommentPanel(),
]

_ADDED = [NamedPanel(path) for path in settings.STORY_FORM_PANELS]

STORY_PANELS = ([*_CONTENT, *_ADDED, _CORRECTIONS], _PROMOTE, _SETTINGS)
