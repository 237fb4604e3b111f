"""Forms about readers."""

from __future__ import annotations

from typing import Any

from django import forms

from broadsheet.newsletters.actions.add_reader import NO_NOTE
from broadsheet.newsletters.models import Newsletter

_NOTE = forms.Textarea(attrs={"rows": 3})


class AddForm(forms.Form):
    """Somebody who has asked the newsroom; what it may be is the verb's business."""

    address = forms.CharField(
        label="Address",
        error_messages={"required": "Say at which address."},
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off", "spellcheck": "false"}),
    )
    newsletter = forms.ModelChoiceField(Newsletter.objects.all(), empty_label=None)
    note = forms.CharField(
        label="How and when they asked",
        error_messages={"required": NO_NOTE},
        widget=_NOTE,
        help_text="“By telephone, 3 March, to Ada” or “Signed the list at the harbour fair, 12 May”. It is kept as "
        "the proof that they did.",
    )


class NoteForm(forms.Form):
    """Why something was done."""

    note = forms.CharField(label="Why", required=False, max_length=500)


class ExportForm(forms.Form):
    """Whose readers."""

    newsletter = forms.ModelChoiceField(Newsletter.objects.all(), empty_label=None)


class FileForm(forms.Form):
    """A file, and to which newsletter its people come."""

    newsletter = forms.ModelChoiceField(Newsletter.objects.all(), empty_label=None)
    file = forms.FileField(
        label="CSV file",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        help_text="As Ghost, Mailchimp or listmonk export it, or any other with a column of addresses.",
    )


class ColumnsForm(forms.Form):
    """Which column says what."""

    def __init__(
        self, data: Any = None, *, header: list[str], labels: dict[str, str], fields: dict[str, list[int]]
    ):
        super().__init__(data)
        columns = [(str(place), name or f"Column {place + 1}") for place, name in enumerate(header)]
        for what, label in labels.items():
            none = [] if what == "address" else [("", "Nothing says it")]
            self.fields[what] = forms.ChoiceField(
                label=label,
                choices=[*none, *columns],
                required=what == "address",
                initial=str(fields[what][0]) if fields.get(what) else "",
            )
