"""Everything about one reader."""

from __future__ import annotations

from typing import Any

from broadsheet.delivery.models import Suppression
from broadsheet.newsletters.desk.subscribers import rights
from broadsheet.newsletters.desk.subscribers.forms import NoteForm
from broadsheet.newsletters.desk.subscribers.page import OfReader
from broadsheet.newsletters.models import Subscription

State = Subscription.State


class Reader(OfReader):
    """Subscriptions with all that was agreed to, whether mail arrives, and what can be done."""

    page_title = "Reader"
    template_name = "newsletters/desk/subscribers/reader.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        subscriptions = list(
            self.reader.subscriptions.select_related("newsletter", "left_by")
            .prefetch_related("consents__by")
            .order_by("newsletter__position", "pk")
        )
        suppression = Suppression.objects.filter(pk=self.reader.address.lower()).first()
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "subscriptions": subscriptions,
            "on_the_list": {State.ACTIVE, State.PENDING, State.BOUNCED},
            "suppression": suppression,
            "may_write_again": rights.may_change(user) and _is_bounced(suppression, subscriptions),
            "may_change": rights.may_change(user),
            "may_erase": rights.may_erase(user),
            "form": kwargs.get("form") or NoteForm(),
            "faulty": kwargs.get("faulty"),
        }


def _is_bounced(suppression: Suppression | None, subscriptions: list[Subscription]) -> bool:
    if suppression is not None and suppression.reason == Suppression.Reason.COMPLAINT:
        return False
    bounced = any(one.state == State.BOUNCED for one in subscriptions)
    return bounced or (suppression is not None and suppression.suppressed_at is not None)
