"""An edition that stands: read, in all the ways in which readers see it."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.http import HttpRequest, HttpResponse

from broadsheet.newsletters.desk.editions.fixed import FIXED
from broadsheet.newsletters.desk.sending.of_edition import STYLE, OfEdition
from broadsheet.newsletters.rendering.preview import MAIL, MODES, SIZES, preview_of

MEDIA = STYLE + Media(css={"all": ["newsletters/desk/reading.css"]})


class Read(OfEdition):
    """The edition, and why it is not edited any more."""

    page_title = "Edition"
    template_name = "newsletters/desk/read.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        mode = _known(request.GET.get("mode", ""))
        context = self.get_context_data() | {
            "mode": mode,
            "modes": MODES,
            "widths": [size["device_width"] for size in SIZES],
            "why": FIXED if self.edition.is_fixed else "",
            "may_copy": request.user.has_perm("newsletters.add_edition"),
            "media": MEDIA,
        }
        return self.render_to_response(context)


class Shown(OfEdition):
    """What stands in the frames of that page."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return preview_of(request, self.edition, _known(request.GET.get("mode", "")))


def _known(mode: str) -> str:
    return mode if mode in dict(MODES) else MAIL
