"""Somebody who has asked the newsroom for a newsletter."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.add_reader import add_reader
from broadsheet.newsletters.desk.subscribers.errors import show_errors
from broadsheet.newsletters.desk.subscribers.forms import AddForm
from broadsheet.newsletters.desk.subscribers.page import ReadersPage
from broadsheet.newsletters.desk.subscribers.rights import may_add


class Add(ReadersPage):
    """The form, and what it refuses."""

    may = staticmethod(may_add)
    page_title = "Add a reader"
    template_name = "newsletters/desk/subscribers/add.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = AddForm(request.POST)
        if form.is_valid():
            try:
                return self._add(form)
            except ValidationError as refused:
                show_errors(form, refused)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _add(self, form: AddForm) -> HttpResponse:
        given = form.cleaned_data
        by: Any = self.request.user
        added = add_reader(given["address"], newsletter=given["newsletter"], note=given["note"], by=by)
        messages.success(self.request, f"{added.subscriber} gets “{added.newsletter}” from now on.")
        return redirect("subscribers_desk:reader", added.subscriber_id)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or AddForm(initial={"newsletter": self.request.GET.get("newsletter")})
        return super().get_context_data(**kwargs) | {"form": form, "media": self.media + form.media}
