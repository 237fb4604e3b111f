"""What is done to one reader: taken off a list, written to again, erased."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from broadsheet.newsletters.actions.erase import erase
from broadsheet.newsletters.actions.remove_reader import remove_reader
from broadsheet.newsletters.actions.write_again import write_again
from broadsheet.newsletters.desk.subscribers.errors import show_errors
from broadsheet.newsletters.desk.subscribers.forms import NoteForm
from broadsheet.newsletters.desk.subscribers.page import OfReader
from broadsheet.newsletters.desk.subscribers.rights import may_change, may_erase
from broadsheet.newsletters.desk.subscribers.views.reader import Reader

logger = logging.getLogger(__name__)


class _WithNote(Reader, ABC):
    """A form on the reader's page; the page again, with what is wrong, where the verb refuses."""

    http_method_names = ("post",)
    may = staticmethod(may_change)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NoteForm(request.POST)
        if form.is_valid():
            try:
                messages.success(request, self.act(form.cleaned_data["note"], request.user))
                return redirect(self.own_page)
            except ValidationError as refused:
                show_errors(form, refused)
        faulty = self.kwargs.get("subscription", "write_again")
        return self.render_to_response(self.get_context_data(form=form, faulty=faulty), status=422)

    @abstractmethod
    def act(self, note: str, by: Any) -> str:
        """Do it, and say so; raises `ValidationError`."""


class TakeOff(_WithNote):
    """From one list."""

    def act(self, note: str, by: Any) -> str:
        mine = self.reader.subscriptions.select_related("newsletter")
        subscription = get_object_or_404(mine, pk=self.kwargs["subscription"])
        if remove_reader(subscription, note=note, by=by):
            return f"{self.reader} gets “{subscription.newsletter}” no more."
        return f"{self.reader} had left “{subscription.newsletter}” already."


class WriteAgain(_WithNote):
    """After mail came back."""

    def act(self, note: str, by: Any) -> str:
        write_again(self.reader, note=note, by=by)
        return f"{self.reader} is written to again."


class Erase(OfReader):
    """Ask once, then forget."""

    may = staticmethod(may_erase)
    page_title = "Erase"
    template_name = "newsletters/desk/subscribers/erase.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            erase(self.reader.pk, at=timezone.now())
        # Without the address: a log would remember what was to be forgotten.
        logger.info("%s erased a reader", request.user, extra={"event": "reader_erased_by_staff"})
        messages.success(request, "Everything about this reader is erased.")
        return redirect("subscribers_desk:index")
