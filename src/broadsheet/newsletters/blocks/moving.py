"""Blocks that show what the paper has when the edition is sent. `rendering/filling.py` fills them.

They are read while the models are being made, so that nothing here imports a model.
"""

from __future__ import annotations

from wagtail import blocks

from broadsheet.wire.round_ups.series_choice import SeriesChoiceBlock

MOST_STORIES, MOST_DEVELOPMENTS = 10, 20


class Span:
    """From when developments are told. A morning's edition tells of the day before."""

    TODAY, A_DAY, YESTERDAY = "today", "day", "yesterday"
    CHOICES = ((TODAY, "of today"), (A_DAY, "of the last 24 hours"), (YESTERDAY, "of yesterday"))


def _heading(instead: str) -> blocks.CharBlock:
    return blocks.CharBlock(required=False, max_length=120, help_text=f"Leave empty for {instead}.")


def _pictures() -> blocks.BooleanBlock:
    return blocks.BooleanBlock(required=False, default=True, label="Show pictures")


class StoryBlock(blocks.StructBlock):
    """A card for a story: its headline, its first words and its picture as they are when the edition is sent."""

    story = blocks.PageChooserBlock(page_type="news.Story")
    words = blocks.TextBlock(
        required=False,
        rows=3,
        max_length=600,
        label="Words here",
        help_text="Leave empty to use the story's own first words.",
    )
    pictures = blocks.BooleanBlock(required=False, default=True, label="Show its picture")

    class Meta:
        icon = "doc-full"
        label = "Story"


class NewestBlock(blocks.StructBlock):
    """The newest stories of a section, of those that the edition does not show elsewhere."""

    section = blocks.PageChooserBlock(page_type="news.Section")
    count = blocks.IntegerBlock(default=3, min_value=1, max_value=MOST_STORIES, label="How many")
    heading = _heading("the section's name")
    pictures = _pictures()

    class Meta:
        icon = "time"


class PicksBlock(blocks.StructBlock):
    """What editors recommend on the front page, in their order."""

    count = blocks.IntegerBlock(default=5, min_value=1, max_value=MOST_STORIES, label="How many at most")
    heading = _heading("“Editors’ picks”")
    pictures = _pictures()

    class Meta:
        icon = "pick"


class RoundUpBlock(blocks.StructBlock):
    """A card for the newest round-up of a series."""

    series = SeriesChoiceBlock()
    heading = _heading("none")
    pictures = _pictures()

    class Meta:
        icon = "list-ul"


class DevelopmentsBlock(blocks.StructBlock):
    """Key developments from the News Feed: the most important ones, the newest first."""

    span = blocks.ChoiceBlock(choices=Span.CHOICES, default=Span.TODAY, label="Developments")
    count = blocks.IntegerBlock(default=8, min_value=1, max_value=MOST_DEVELOPMENTS, label="How many at most")
    section = blocks.PageChooserBlock(
        page_type="news.Section", required=False, help_text="Leave empty for the whole paper."
    )
    heading = _heading("“Today’s key developments” and its like")

    class Meta:
        icon = "list-ol"
