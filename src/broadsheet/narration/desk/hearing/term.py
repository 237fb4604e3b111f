"""Says a term as the form has it, before it is saved."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views import View

from broadsheet.narration.desk.hearing.aloud import aloud, refusal
from broadsheet.narration.desk.lexicon.form import HeardForm
from broadsheet.narration.desk.rights import may_keep_lexicon
from broadsheet.narration.lexicon import Entry, Lexicon
from broadsheet.narration.saying import say
from broadsheet.narration.spoken import Spoken

# A name is heard best among words; in a language that is not here it stands alone.
CARRIERS = {"en": "They spoke of {} today.", "uk": "Сьогодні говорили про {}."}


class HearTerm(View):
    """The sound of the term in a sentence."""

    http_method_names = ("post", "options")  # nothing to be read

    def post(self, request: HttpRequest) -> HttpResponse:
        if not may_keep_lexicon(request.user):
            raise PermissionDenied
        form = HeardForm(request.POST)
        if not form.is_valid():
            return refusal(next(iter(form.errors.values()))[0])
        given = form.cleaned_data
        return aloud(_spoken(given), given["language"])


def _spoken(given: dict[str, Any]) -> Spoken:
    entry = Entry(given["term"], given["respelling"], given["ipa"], match_case=given["match_case"])
    lexicon = Lexicon((entry,) if entry.respelling or entry.ipa else ())
    carrier = CARRIERS.get(given["language"], "{}")
    return say(carrier.format(given["term"]), language=given["language"], lexicon=lexicon)
