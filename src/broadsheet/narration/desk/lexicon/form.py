"""The form of an entry."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel

from broadsheet.narration.desk.lexicon.ipa import strangers, tidy
from broadsheet.narration.desk.of_story import STYLE, scripts
from broadsheet.narration.models import Term

_CODE = re.compile(r"[a-z]{2,3}")


def own_language() -> str:
    """The code of the paper's language without its country."""
    return str(settings.LANGUAGE_CODE).partition("-")[0].lower()


class TermForm(WagtailAdminModelForm):
    """Sounds are in IPA alone, languages in their codes, and a term is one line."""

    class Meta:
        model = Term
        fields = ("term", "language", "match_case", "respelling", "ipa", "note")

    def clean_term(self) -> str:
        """Without what nobody sees; it has to hold a letter or a digit."""
        term = " ".join(self.cleaned_data["term"].split())
        if not re.search(r"\w", term):
            raise ValidationError("A term has a letter or a digit at least.")
        return term

    def clean_language(self) -> str:
        """“en” for “en-GB”, too: an entry holds for the whole language."""
        code: str = re.split("[-_]", self.cleaned_data["language"].strip().lower())[0]
        if not _CODE.fullmatch(code):
            raise ValidationError("Give the language by its code of two or three letters: “en”, “uk”.")
        return code

    def clean_ipa(self) -> str:
        """In the alphabet, or a sentence about what is not."""
        ipa = tidy(self.cleaned_data["ipa"])
        if found := strangers(ipa):
            shown = ", ".join(f"“{character}”" for character in found[:5])
            raise ValidationError(
                f"{shown} is not in the International Phonetic Alphabet: copy it from there."
            )
        return ipa

    def clean_respelling(self) -> str:
        """Plain words in one line."""
        return " ".join(self.cleaned_data["respelling"].split())


class HeardForm(TermForm):
    """What the form holds so far: neither an entry of the same name nor a missing sound is in the way."""

    def _post_clean(self) -> None:
        """Nothing is saved, so the model is not asked."""


class HearPanel(Panel):
    """A button that says the term as the form has it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "narration/desk/lexicon/hear.html"

        @property
        def media(self) -> Any:
            return STYLE + scripts("hearing")


PANELS = ObjectList(
    [
        FieldRowPanel([FieldPanel("term"), FieldPanel("language")]),
        FieldPanel("match_case"),
        MultiFieldPanel([FieldPanel("respelling"), FieldPanel("ipa"), HearPanel()], heading="How it is said"),
        FieldPanel("note"),
    ],
    base_form_class=TermForm,
)
