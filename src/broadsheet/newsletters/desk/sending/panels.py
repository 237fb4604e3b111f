"""What the desk's first screen says of editions that need somebody."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.desk.sending.of_edition import STYLE
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rights import may_send


class SendingPanel(Component):
    """Editions that are paused, that did not go out at their hour, and that go out just now."""

    name = "newsletters_sending"
    order = 5
    template_name = "newsletters/desk/sending/panel.html"

    @property
    def media(self) -> Media:
        return STYLE

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Nothing for those who do not send."""
        if not may_send(parent_context["request"].user):
            return {}
        editions = Edition.objects.select_related("newsletter", "dispatch").defer("dispatch__message", "body")
        going = editions.filter(state=Edition.State.SENDING)
        return {
            "paused": [one for one in going if _is_paused(one)],
            "going": [one for one in going if not _is_paused(one)],
            "held_back": editions.filter(state=Edition.State.DRAFT).exclude(held_back=""),
        }


def _is_paused(edition: Edition) -> bool:
    return edition.dispatch is not None and edition.dispatch.state == Dispatch.State.PAUSED
