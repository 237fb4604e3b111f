"""Fields that the forms of the News Feed share."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.admin.widgets import AdminPageChooser

from broadsheet.news.models import Section, Story, Topic
from broadsheet.wire.models import WireItem
from broadsheet.wire.text import FEATURES

Urgency = WireItem.Urgency


class Body(DraftailRichTextArea):
    """Wagtail's editor with what an item may hold; where no script runs, a box for plain paragraphs."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=FEATURES, **kwargs)
        # Handed over at once: words typed just before Ctrl+Enter are posted too.
        self.options |= {
            "stateSaveInterval": 0,
            "ariaLabel": "Paragraphs",
            "placeholder": "A paragraph, or nothing",
        }

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """HTML from what the editor sends, and anything else as it was written."""
        try:
            return super().value_from_datadict(data, files, name) or ""
        except (AttributeError, KeyError, TypeError, ValueError):
            written = str(data.get(name, ""))
            return "" if written == "null" else written


class StoryChooser(AdminPageChooser):
    """Wagtail's chooser, of stories alone."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(target_models=[Story], **kwargs)

    def get_instance(self, value: Any) -> Story | None:
        """The story to show as chosen; none for a value that means none, which the form has complained about."""
        return super().get_instance(value) if isinstance(value, Story) or str(value).isdecimal() else None


def headline_field() -> forms.CharField:
    """One line; what it may be is the verb's business."""
    line = forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "true"})
    return forms.CharField(label="Headline", required=False, strip=False, widget=line)


def body_field(help_text: str = "") -> forms.CharField:
    """Paragraphs, or nothing."""
    return forms.CharField(label="Paragraphs", required=False, widget=Body(), help_text=help_text)


def section_field() -> forms.ModelChoiceField[Section]:
    """Where the item belongs."""
    return forms.ModelChoiceField(
        Section.objects.live().order_by("path"), required=False, empty_label="No section"
    )


def topics_field() -> forms.ModelMultipleChoiceField[Topic]:
    """What it is about; any number."""
    return forms.ModelMultipleChoiceField(
        Topic.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )


def story_field() -> forms.ModelChoiceField[Story]:
    """A story, published or not: readers see it once it is."""
    return forms.ModelChoiceField(
        Story.objects.all(),
        required=False,
        label="Story that says more",
        widget=StoryChooser,
    )


def sources_field() -> forms.CharField:
    """Who says so."""
    return forms.CharField(
        required=False,
        help_text="Who says so: “harbour master; police”. Readers see it.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def urgency_field() -> forms.ChoiceField:
    """Routine unless somebody says more."""
    return forms.ChoiceField(
        choices=Urgency.choices, initial=Urgency.ROUTINE, required=False, widget=forms.RadioSelect
    )


def key_field() -> forms.BooleanField:
    """Whether the day’s round-up takes it."""
    return forms.BooleanField(
        label="Key development", required=False, help_text="It belongs into the day’s round-up."
    )
