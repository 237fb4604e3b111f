"""The page of a story's audio, and what its panel asks for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from broadsheet.narration.desk.audio.parts import narration_of, parts
from broadsheet.narration.desk.audio.standing import standing_of
from broadsheet.narration.desk.of_story import STYLE, OfStory, scripts

REFRESH = 5  # seconds between two looks where no script runs
TEMPLATE = "narration/desk/audio/standing.html"


class Audio(OfStory):
    """Everything about the audio of one story."""

    page_title = "Audio"
    template_name = "narration/desk/audio/page.html"
    media = STYLE + scripts("audio")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        context = self.get_context_data(refresh=REFRESH)
        return self.render_to_response(context | parts(request.user, self.story))

    def between(self) -> list[dict[str, Any]]:
        return []


@method_decorator(never_cache, name="dispatch")
class StandingPart(OfStory):
    """The panel as it is now; `in_form` where it stands in the story's form."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return standing_part(request, self.story)


@method_decorator(never_cache, name="dispatch")
class Progress(OfStory):
    """How far it is, for the panel's script."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return JsonResponse(standing_of(self.story, narration_of(self.story)).as_dict())


def standing_part(request: HttpRequest, story: Any, *, said: str = "", refused: bool = False) -> HttpResponse:
    """The panel's inside, with what was done just now, or why it was not."""
    asked = request.POST if request.method == "POST" else request.GET
    inputs = {"in_form": asked.get("in_form") == "1", "said": said, "refused": refused}
    return render(request, TEMPLATE, parts(request.user, story) | inputs, status=422 if refused else 200)
