"""A test mail, from the desk."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.send_test import MOST, send_test
from broadsheet.newsletters.desk.sending.of_edition import OfEdition
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rights import may_send

LONGEST = 2000  # characters; five addresses are 1,270 at most


class TestForm(forms.Form):
    """Whom to send it to."""

    to = forms.CharField(
        label="Addresses",
        max_length=LONGEST,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
        help_text=f"One a line, {MOST} at most.",
    )

    @property
    def addresses(self) -> list[str]:
        """What was typed, taken apart."""
        return [one for one in re.split(r"[\s,;]+", self.cleaned_data["to"]) if one]


class Test(OfEdition):
    """Asks to whom, and sends."""

    may = staticmethod(lambda user: may_send(user) or user.has_perm("newsletters.change_edition"))
    page_title = "Send a test"
    template_name = "newsletters/desk/test.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._page(TestForm(initial={"to": getattr(request.user, "email", "")}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = TestForm(request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            sent = send_test(self.edition, to=form.addresses)
        except ValidationError as refused:
            form.add_error("to", refused)
            return self._page(form, status=422)
        messages.success(request, _said(self.edition, len(sent)))
        return redirect(
            "newsletters_editions:read" if self.edition.is_fixed else "newsletters_editions:edit",
            self.edition.pk,
        )

    def _page(self, form: TestForm, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


def _said(edition: Edition, count: int) -> str:
    return f"“{edition.subject}” is on its way to {count} address{'es' if count > 1 else ''}, as a test."
