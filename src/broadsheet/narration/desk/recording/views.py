"""The page where a recording is brought."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.narration.actions.record import use_recording
from broadsheet.narration.audio.captions import CaptionError
from broadsheet.narration.desk.history import write_history
from broadsheet.narration.desk.of_story import ToDecide
from broadsheet.narration.desk.recording.form import RecordingForm
from broadsheet.narration.sound import SoundError

logger = logging.getLogger(__name__)

TAKEN = "The recording is there. Readers hear it in a minute, without the notice of AI."
NOT_LIVE = "The recording is there. Readers hear it once the story is published."
NOT_KEPT = "The recording could not be kept: is the disk full?"


class Recording(ToDecide):
    """Takes a file, and says in a line what is wrong with it."""

    page_title = "Use a recording"
    template_name = "narration/desk/recording/page.html"

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        return self._page(RecordingForm())

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        form = RecordingForm(request.POST, request.FILES)
        if form.is_valid():
            self._use(form)
        if form.errors:
            return self._page(form, status=422)
        write_history(self.story, "record", by=request.user)
        messages.success(request, TAKEN if self.story.live else NOT_LIVE)
        return redirect("narration_desk:audio", self.story.pk)

    def _use(self, form: RecordingForm) -> None:
        given = form.cleaned_data
        try:
            by: Any = self.request.user  # the desk knows nobody else
            use_recording(self.story, file=given["sound"], by=by, captions=given["times"])
        except CaptionError as error:
            form.add_error("times", str(error))
        except SoundError as error:
            form.add_error("sound", str(error))
        except OSError as error:
            logger.warning("A recording was not kept: %s", error, extra={"event": "recording_not_kept"})
            form.add_error("sound", NOT_KEPT)

    def _page(self, form: RecordingForm, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)
