"""The buttons of the panel: each does one thing when it is posted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.narration.actions.approve import approve
from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.actions.record import drop_recording
from broadsheet.narration.actions.silence import set_wanted
from broadsheet.narration.actions.voice_again import voice_again
from broadsheet.narration.desk.audio.views import standing_part
from broadsheet.narration.desk.history import write_history
from broadsheet.narration.desk.of_story import OfStory, ToDecide
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story

NOT_LIVE = "The story is not published: it is voiced by itself when it is."
REPLACED = "The audio was made anew since you listened. Listen to this one, then approve it."
NO_RECORDING = "There is no recording any more."


class Deed(OfStory, ABC):
    """Does it, and shows the panel anew, or goes back to the story's audio where no script asked."""

    http_method_names = ("post", "options")  # nothing to be read

    @abstractmethod
    def do(self, story: Story) -> str:
        """Do it; what to say of it. Raises `ValidationError`."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            said, refused = self.do(self.story), False
        except ValidationError as error:
            said, refused = " ".join(error.messages), True
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return standing_part(request, self.story, said=said, refused=refused)
        (messages.error if refused else messages.success)(request, said)
        return redirect("narration_desk:audio", self.story.pk)


class Again(Deed):
    """Voices it anew, or tries what failed once more."""

    def do(self, story: Story) -> str:
        if not story.live:
            raise ValidationError(NOT_LIVE)
        is_heard = Narration.objects.filter(story=story, state=Narration.State.READY).exists()
        if is_heard:
            voice_again(story)
            return "It is said anew."
        ask_for_audio(story, priority=AT_ONCE)
        return "It is tried again now."


class Decision(Deed, ToDecide, ABC):
    """For those who publish the story."""


class Approve(Decision):
    """Says that somebody has listened to this production and no other."""

    def do(self, story: Story) -> str:
        narration = Narration.objects.select_related("production").filter(story=story).first()
        made = narration.production if narration else None
        if made is None or str(made.pk) != self.request.POST.get("production"):
            raise ValidationError(REPLACED)
        approve(made, by=self.request.user)  # type: ignore[arg-type]  # the desk knows nobody else
        write_history(story, "approve", by=self.request.user)
        return "Approved. Readers are told that somebody has listened to it."


class Drop(Decision):
    """Takes the recording away."""

    def do(self, story: Story) -> str:
        if not Narration.objects.filter(story=story).exclude(recording="").exists():
            raise ValidationError(NO_RECORDING)
        drop_recording(story)
        write_history(story, "drop", by=self.request.user)
        return "The recording is gone; a synthetic voice reads the story."


class Wanted(Decision):
    """Whether the story is read aloud (`wanted`: 1) at all."""

    def do(self, story: Story) -> str:
        wanted = self.request.POST.get("wanted") == "1"
        set_wanted(story, wanted=wanted)
        write_history(story, "speak" if wanted else "silence", by=self.request.user)
        return "The story is read aloud." if wanted else "Readers get no audio of this story."
