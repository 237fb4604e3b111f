"""An entry of the lexicon: how a name is said."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower


class Term(models.Model):
    """A term and how it is said. Saving one voices anew what holds it, and nothing else."""

    term = models.CharField(max_length=80, help_text="As it is written in stories: “Kyiv”.")
    language = models.CharField(
        max_length=12, help_text="Code of the language in which it is said so: “en”, “uk”."
    )
    respelling = models.CharField(
        max_length=120, blank=True, help_text="How you would spell the sound in plain words: “Keev”."
    )
    ipa = models.CharField(
        "IPA", max_length=120, blank=True, help_text="In the International Phonetic Alphabet: “ˈkiːv”."
    )
    match_case = models.BooleanField(
        "capitals matter", default=False, help_text="“IT” is then not said in “it rained”."
    )
    note = models.CharField(max_length=200, blank=True, help_text="Who says so, for your colleagues.")

    class Meta:
        ordering: ClassVar[list[str]] = ["term"]
        verbose_name = "lexicon entry"
        verbose_name_plural = "lexicon entries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("term"),
                "language",
                name="a_term_is_said_one_way",
                violation_error_message="This term has an entry in this language already.",
            )
        ]

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        """A term has to be said somehow."""
        if not (self.respelling or self.ipa):
            raise ValidationError({"respelling": "Say how it sounds: in plain words, in IPA, or both."})
