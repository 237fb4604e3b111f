"""The story editor's form, from top to bottom as a reporter fills it in."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel

_CONTENT: list[Any] = [
    FieldPanel("title", heading="Headline"),
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
    FieldPanel("topics"),
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
        [FieldRowPanel([FieldPanel("published_at"), FieldPanel("updated_at")]), FieldPanel("matters_to_readers")],
        heading="Times that readers see",
    ),
    FieldPanel("language"),
    PublishingPanel(),
]

STORY_PANELS = ([*_CONTENT, _CORRECTIONS], _PROMOTE, _SETTINGS)
