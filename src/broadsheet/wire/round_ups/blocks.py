"""The blocks that a round-up brings into a body.

They are read while the models that own bodies are being made, so that nothing here imports a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import blocks

from broadsheet.wire.round_ups.lines import Line, line_of, lines_of
from broadsheet.wire.round_ups.series_choice import SeriesChoiceBlock
from broadsheet.wire.round_ups.words import heading_of


class WireItemChooserBlock(blocks.ChooserBlock):
    """An item of the News Feed, found by its headline."""

    target_model = "wire.WireItem"

    @cached_property
    def widget(self) -> Any:
        """Made late: the chooser asks for the model."""
        from broadsheet.wire.round_ups.chooser import item_chooser

        return item_chooser.widget_class()

    def bulk_to_python(self, values: Any) -> list[Any]:
        """The items, with one question; none where there is nothing to ask for."""
        ids = [pk for pk in values if pk]
        found: list[Any] = super().bulk_to_python(values) if ids else [None for _ in values]
        return found


class DevelopmentBlock(blocks.StructBlock):
    """One line: an item, and words that say it better here."""

    item = WireItemChooserBlock()
    wording = blocks.CharBlock(
        required=False, max_length=300, help_text="Leave empty to show the item’s headline as it is now."
    )

    class Meta:
        icon = "pin"
        label = "Development"


class KeyDevelopmentsBlock(blocks.StructBlock):
    """A day's key developments, each linked to its item: a line says what became of it since."""

    day = blocks.DateBlock()
    lines = blocks.ListBlock(DevelopmentBlock(), help_text="The most important first.")
    counts_for_reading = True
    loads_rows = True

    class Meta:
        icon = "list-ul"
        label = "Key developments"
        group = "More"
        template = "wire/blocks/key_developments.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """`heading`, and the `lines` that readers may see."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {"heading": heading_of(value["day"]), "lines": list(lines_of(value))}

    def words(self, value: Any) -> str:
        """The text that a reader reads; what was retracted has none."""
        told = [f"* {line.words}" for line in lines_of(value) if line.words]
        return "\n".join([heading_of(value["day"]), *told]) if told else ""

    def get_searchable_content(self, value: Any) -> list[str]:
        """What search finds it by: what readers see, never an editor's words for what was retracted."""
        return [words] if (words := self.words(value)) else []

    def feed_html(self, value: Any) -> SafeString:
        """As a feed reader shows it."""
        items = format_html_join("", "<li>{}</li>", ((_in_feed(line),) for line in lines_of(value)))
        return format_html("<h2>{}</h2><ul>{}</ul>", heading_of(value["day"]), items) if items else items

    def problems(self, value: Any) -> Iterable[tuple[str, str]]:
        """What an editor should look at before publishing, and where."""
        for entry in value["lines"]:
            line, wording = line_of(entry, value["day"]), entry["wording"] or ""
            if line is None:
                yield "A key development is not on the wire any more: readers see no line of it.", wording
            elif line.retracted:
                yield f"A key development was retracted ({line.time}): readers are told so.", wording
            elif line.corrected and wording:
                yield f"An item was corrected ({line.time}): are the words here still right?", wording


class LatestOfSeriesBlock(blocks.StructBlock):
    """A card for the newest round-up of a series; the one before it, on the page of the newest itself."""

    series = SeriesChoiceBlock()

    class Meta:
        icon = "link"
        label = "Latest of a series"
        group = "More"
        template = "news/blocks/related_story.html"

    def targets(self, cards: Sequence[tuple[Any, int]]) -> list[int | None]:
        """The id of the story that each of `cards` (its value, and the page it stands on) points at."""
        from broadsheet.wire.round_ups.latest import newest_of

        wanted = [int(value.get("series") or 0) for value, _ in cards]
        newest = newest_of({pk for pk in wanted if pk})
        return [
            next((pk for pk in newest.get(series, ()) if pk != on), None)
            for series, (_, on) in zip(wanted, cards, strict=True)
        ]

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """`card` is the story, or None where there is none."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        page = context.get("page")
        [pk] = self.targets([(value, page.pk if page else 0)])
        stories = apps.get_model("news", "Story").objects.published().for_lines()
        return context | {"card": stories.filter(pk=pk).first() if pk else None}


def _in_feed(line: Line) -> SafeString:
    address = line.item.get_absolute_url()
    if line.retracted:
        return format_html('<a href="{}">Retracted</a> ({}): {}', address, line.time, line.reason)
    note = format_html(" (corrected {})", line.time) if line.corrected else ""
    return format_html('<a href="{}">{}</a>{}', address, line.words, note)
