"""What the buttons of the script page send."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from broadsheet.narration.models import Hearing
from broadsheet.narration.script.passage import Passage

LONGEST = Hearing._meta.get_field("words").max_length
GONE = "The story was edited meanwhile: that passage is not there any more."


def _name() -> forms.CharField:
    return forms.CharField(max_length=64, error_messages={"required": GONE})


class KeptOutForm(forms.Form):
    """Which block, and whether it is kept out."""

    block = _name()
    kept_out = forms.BooleanField(required=False)


class OtherWordsForm(forms.Form):
    """Which passage, and what is said of it."""

    block = _name()
    passage = _name()
    words = forms.CharField(
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"Other words have {LONGEST:,} characters at most."},
    )


class TakeOverForm(forms.Form):
    """To which of `passages`, named “block/passage”; none where the words are to go."""

    to = forms.CharField(required=False, max_length=140)

    def __init__(self, data: Any, *, passages: Iterable[Passage]) -> None:
        super().__init__(data)
        self._passages = {f"{passage.block}/{passage.name}": passage for passage in passages}

    def clean_to(self) -> str:
        """Only to where something is said."""
        to: str = self.cleaned_data["to"]
        if to and to not in self._passages:
            raise forms.ValidationError(GONE)
        return to

    @property
    def chosen(self) -> Passage | None:
        """The passage, or None."""
        return self._passages.get(self.cleaned_data["to"])
