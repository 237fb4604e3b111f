"""The box on the desk's first screen."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict

from broadsheet.wire.desk.words_form import WORDS, WordsForm, words_of
from broadsheet.wire.models import WireItem


class FilingForm(WordsForm):
    """What may be said of an item when it is filed.

    `key` is made for each empty box, so that two presses of Ctrl+Enter file once. `draft` names an item of which
    the words were taken back, or left for later: it is posted instead of a new one.
    """

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    draft = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="wire-%s", initial=initial)
        self.fields["headline"].widget.attrs["autofocus"] = True
        self.fields["section"].widget.attrs |= {"data-wire-key": "C", "aria-keyshortcuts": "Alt+C"}

    @property
    def more(self) -> list[forms.BoundField]:
        """What stands behind “Sources, story, topics”."""
        return [self[name] for name in ("sources", "story", "topics")]

    @property
    def plain_body(self) -> str:
        """The body as it is written where no script runs."""
        return str(self["body"].value() or "")

    @property
    def more_is_used(self) -> bool:
        """Whether something stands there, or a complaint."""
        return any(field.value() or field.errors for field in self.more)

    def clean_key(self) -> str:
        """The box's own; a box without one files all the same."""
        return self.cleaned_data["key"] or uuid4().hex

    def draft_item(self) -> WireItem | None:
        """The item that waits for these words; None when they are a new one's, or it was deleted meanwhile."""
        return WireItem.objects.filter(pk=self.cleaned_data["draft"]).first()

    def asked(self) -> dict[str, Any]:
        """The item that is asked for, in the words of `post_item`."""
        found = {name: self.cleaned_data[name] for name in WORDS}
        return found | {"urgency": found["urgency"] or WireItem.Urgency.ROUTINE}


def empty_box() -> FilingForm:
    """A box for the next item."""
    return FilingForm(initial={"key": uuid4().hex})


def box_of(item: WireItem) -> FilingForm:
    """A box with the words of an item that readers do not see."""
    return FilingForm(initial=words_of(item) | {"key": uuid4().hex, "draft": item.pk})


def box_with(sent: QueryDict) -> FilingForm:
    """A box with what was typed into another, with no complaint yet."""
    form = FilingForm(sent)
    form.is_valid()
    return FilingForm(initial=form.cleaned_data)


def box_afresh(sent: QueryDict) -> FilingForm:
    """The same words as another filing, checked."""
    again = sent.copy()
    again["key"] = uuid4().hex
    form = FilingForm(again)
    form.is_valid()
    return form
