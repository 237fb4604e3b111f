"""Forms for an item that stands: a slip of the pen, a correction, a retraction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from wagtail.admin.widgets import AdminDateTimeInput

from broadsheet.wire.desk import fields
from broadsheet.wire.desk.words_form import WORDS, WordsForm, words_of
from broadsheet.wire.models import WireItem

_STARTS_NO_BANNER = "This puts no banner up. For that, choose “Make breaking” where the item is listed."


def _reason(label: str, help_text: str) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, strip=False, widget=box, help_text=help_text)


class EditForm(WordsForm):
    """Everything that an item says; readers see the change and are told nothing."""

    posted_at = forms.DateTimeField(label="Time", required=False, widget=AdminDateTimeInput)

    def __init__(
        self, data: Any = None, files: Any = None, *, item: WireItem, prefix: str | None = None
    ) -> None:
        words = words_of(item) | {"posted_at": item.posted_at}
        super().__init__(data, files, initial=words, prefix=prefix)
        self.item = item
        if item.is_visible:
            self.fields["urgency"].help_text = _STARTS_NO_BANNER
        else:
            self.fields["posted_at"].help_text = "Leave empty: it is set when the item is posted."

    def changes(self) -> dict[str, Any]:
        """What it shall say, in the words of `edit_item`."""
        asked = {name: self.cleaned_data[name] for name in (*WORDS, "posted_at")}
        if _minute(asked["posted_at"]) == _minute(self.item.posted_at):
            del asked["posted_at"]  # the form shows no seconds: a time that nobody touched keeps them
        return asked | {"urgency": asked["urgency"] or self.item.urgency}


def _minute(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(second=0, microsecond=0)


class CorrectForm(forms.Form):
    """The words that are right, and what was wrong."""

    headline = fields.headline_field()
    body = fields.body_field()
    note = _reason(
        "What was wrong, for readers",
        "They see it under the item: “An earlier version said that the ferry had sunk. It had run aground.”",
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, item: WireItem, prefix: str | None = None
    ) -> None:
        words = {"headline": item.headline, "body": item.body}
        super().__init__(data, files, initial=words, prefix=prefix)


class RetractForm(forms.Form):
    """Why the item is taken back."""

    reason = _reason(
        "Why, for readers", "They see it in place of the words: “Retracted at 14:05: the report was a hoax.”"
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, item: WireItem, prefix: str | None = None
    ) -> None:
        super().__init__(data, files, prefix=prefix)
