"""The edition's own page about its sending: before, while, and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from broadsheet.newsletters.desk.sending.after import after
from broadsheet.newsletters.desk.sending.before import before
from broadsheet.newsletters.desk.sending.of_edition import OfEdition
from broadsheet.newsletters.desk.sending.under_way import under_way
from broadsheet.newsletters.models import Edition

_Part = Callable[[HttpRequest, Edition], dict[str, Any]]
_PARTS: dict[str, tuple[str, _Part]] = {
    Edition.State.DRAFT: ("before", before),
    Edition.State.SCHEDULED: ("before", before),
    Edition.State.SENDING: ("under_way", under_way),
    Edition.State.SENT: ("after", after),
}


class EditionPage(OfEdition):
    """What can be done with it now, and how far it is."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        name, part = _PARTS[self.edition.state]
        self.template_name = f"newsletters/desk/sending/{name}.html"
        context = self.get_context_data()
        return self.render_to_response(context | part(request, self.edition))
