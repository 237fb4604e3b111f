"""The one confirmation before an edition goes out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.actions.send_edition import send_edition
from broadsheet.newsletters.desk.sending.before import before
from broadsheet.newsletters.desk.sending.of_edition import ToSend
from broadsheet.newsletters.sending.fingerprint import fingerprint_of

CHANGED = "It was changed since you looked. This is how it is now."


class Send(ToSend):
    """Says what goes to how many; its button sends."""

    page_title = "Send"
    template_name = "newsletters/desk/sending/confirm.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.edition.is_fixed:
            return self._to_edition()
        return self.render_to_response(self.get_context_data() | before(request, self.edition))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Pressed twice, both lead to the bar of the one sending."""
        if not self.edition.is_fixed and request.POST.get("fingerprint") != fingerprint_of(self.edition.pk):
            messages.error(request, CHANGED)
            return redirect("newsletters_sending:send", self.edition.pk)
        try:
            send_edition(self.edition, by=request.user)  # type: ignore[arg-type]  # the desk knows nobody else
        except ValidationError as refused:
            messages.error(request, " ".join(["It was not sent.", *refused.messages]))
        return self._to_edition()

    def _to_edition(self) -> HttpResponse:
        return redirect("newsletters_sending:edition", self.edition.pk)
