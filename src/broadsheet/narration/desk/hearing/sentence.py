"""Plays a sentence of a script, or other words before they are kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from broadsheet.narration.desk.hearing.aloud import TOO_LONG, aloud, refusal
from broadsheet.narration.desk.of_story import OfStory
from broadsheet.narration.desk.script.revision import newest_of
from broadsheet.narration.desk.script.sheet import key_of
from broadsheet.narration.saying import say
from broadsheet.narration.script.passages import language_of
from broadsheet.narration.script.reading import lexicon_for, script_of
from broadsheet.narration.spoken import Spoken
from broadsheet.narration.voices.contract import LONGEST

CHANGED = "The story was edited meanwhile: load the page again."


class Play(OfStory):
    """A line of the script by its key (`line`), or what somebody has typed (`words`)."""

    http_method_names = ("post", "options")  # it is work: nothing asks for it unasked

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        story = newest_of(self.story).story
        language = language_of(story)
        if "line" not in request.POST:
            words = request.POST.get("words", "").strip()
            if len(words) > LONGEST:
                return refusal(TOO_LONG)
            return aloud(say(words, language=language, lexicon=lexicon_for(language)), language)
        spoken = _line(request.POST["line"], [line.spoken for line in script_of(story)])
        return aloud(spoken, language) if spoken else refusal(CHANGED)


def _line(key: str, script: list[Spoken]) -> Spoken | None:
    return next((spoken for spoken in script if key_of(spoken) == key), None)
