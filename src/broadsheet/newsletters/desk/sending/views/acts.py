"""Buttons on the page of an edition that goes out, or went."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.direct_sending import pause_sending, resume_sending, stop_sending
from broadsheet.newsletters.actions.keep_in_archive import keep_in_archive
from broadsheet.newsletters.desk.sending.of_edition import ToSend
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.sending.standing import standing_of
from broadsheet.newsletters.sending.words import readers


class Act(ToSend, ABC):
    """Does one thing to the edition, when it is posted, and goes back to its page."""

    @abstractmethod
    def act(self, edition: Edition, by: User) -> str:
        """Do it; what to say of it. Raises `ValidationError`."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            messages.success(request, self.act(self.edition, request.user))  # type: ignore[arg-type]
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("newsletters_sending:edition", self.edition.pk)


class Pause(Act):
    """Holds it."""

    def act(self, edition: Edition, by: User) -> str:
        pause_sending(edition, by=by)
        return "Paused. Who has not got it yet waits."


class Resume(Act):
    """Goes on."""

    def act(self, edition: Edition, by: User) -> str:
        resume_sending(edition, by=by)
        return "It goes on."


class Stop(Act):
    """Asks once: it says how many will not get it."""

    page_title = "Stop"
    template_name = "newsletters/desk/sending/stop.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        dispatch = self.edition.dispatch
        if dispatch is None or not dispatch.is_under_way:
            return redirect("newsletters_sending:edition", self.edition.pk)
        standing = standing_of(dispatch)
        return self.render_to_response(self.get_context_data(standing=standing, missed=_missed(standing)))

    def act(self, edition: Edition, by: User) -> str:
        missed = stop_sending(edition, by=by)
        return f"Stopped. {readers(missed)} will not get it."


class Archive(Act):
    """Takes it out of the archive, or puts it in (`keep`: 1)."""

    def act(self, edition: Edition, by: User) -> str:
        keep = self.request.POST.get("keep") == "1"
        keep_in_archive(edition, keep=keep, by=by)
        return "Readers can read it on the web." if keep else "It is out of the archive."


def _missed(standing: Any) -> str:
    """How many will not get it; while they are still written down, nobody knows."""
    if standing.phase == "freezing":
        return "Nobody has got it yet, and nobody will."
    waiting = standing.queued + standing.later
    return f"{standing.sent:,} have got it, {readers(waiting)} will not get it."
