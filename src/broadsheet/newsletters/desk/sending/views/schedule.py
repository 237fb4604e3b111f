"""The hour of an edition: set, changed, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.schedule_edition import schedule_edition, unschedule_edition
from broadsheet.newsletters.desk.sending.before import before
from broadsheet.newsletters.desk.sending.of_edition import ToSend
from broadsheet.newsletters.desk.sending.schedule_form import ScheduleForm
from broadsheet.newsletters.sending.words import hour_in_words


class Schedule(ToSend):
    """What the form of the edition's page sends."""

    template_name = "newsletters/desk/sending/before.html"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ScheduleForm(request.POST)
        if not form.is_valid():
            context = self.get_context_data() | before(request, self.edition, form)
            return self.render_to_response(context, status=422)
        try:
            at = form.cleaned_data["at"]
            schedule_edition(self.edition, at=at, by=request.user)  # type: ignore[arg-type]
            messages.success(request, f"It goes out on {hour_in_words(at)}.")
        except ValidationError as refused:
            messages.error(request, " ".join(["It was not scheduled.", *refused.messages]))
        return redirect("newsletters_sending:edition", self.edition.pk)


class Unschedule(ToSend):
    """What “Do not send it then” does."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            unschedule_edition(self.edition, by=request.user)  # type: ignore[arg-type]
            messages.success(request, "It is a draft again.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("newsletters_sending:edition", self.edition.pk)
