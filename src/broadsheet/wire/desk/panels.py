"""The News Feed on the desk's first screen."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest
from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from broadsheet.wire.desk.filed import breaking_now, just_filed
from broadsheet.wire.desk.filing_form import FilingForm, box_of, empty_box
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change, may_direct, may_file

# Wagtail's first screen names its scripts before what they are about.
_SCRIPTS = [Script(f"wire/desk/{name}.js", defer=True) for name in ("quick-post", "keys")]
STYLE = Media(css={"all": ["wire/desk/desk.css"]})
MEDIA = STYLE + Media(js=_SCRIPTS)  # type: ignore[arg-type]  # the stubs know addresses alone


class QuickPostPanel(Component):
    """The box, what was filed last, and what stands in the banner."""

    name = "quick_post"
    order = 10
    template_name = "wire/desk/panel.html"

    def __init__(self, form: FilingForm | None = None) -> None:
        self.form = form

    @property
    def media(self) -> Media:
        return FilingForm().media + MEDIA

    def render_html(self, parent_context: Any = None) -> str:
        user = parent_context["request"].user
        return super().render_html(parent_context) if may_file(user) or may_direct(user) else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The box as it was sent, with the words that were taken back, or empty."""
        request: HttpRequest = parent_context["request"]
        form = self.form or _draft_to_go_on_with(request) or empty_box()
        return parts(request, form)


def parts(request: HttpRequest, form: FilingForm | None, said: str = "") -> dict[str, Any]:
    """What the panel's two parts show: the box, if it is to be shown anew, and what was filed."""
    user: User = request.user  # type: ignore[assignment]  # the desk knows nobody else
    return {
        "request": request,
        "csrf_token": get_token(request),
        "user": user,
        "form": form,
        "may_file": may_file(user),
        "filed": just_filed(user),
        "breaking": breaking_now(user),
        "said": said,
    }


def _draft_to_go_on_with(request: HttpRequest) -> FilingForm | None:
    number = request.GET.get("draft", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    item = WireItem.objects.filter(pk=int(number), state=WireItem.State.DRAFT).first()
    return box_of(item) if item and may_change(request.user, item) else None
