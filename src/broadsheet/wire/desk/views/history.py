"""Who did what to an item, with its words as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import TemplateView
from wagtail.log_actions import registry

from broadsheet.wire.desk.answers import refused
from broadsheet.wire.desk.filed import with_rights
from broadsheet.wire.desk.views.file import MAY_NOT_FILE
from broadsheet.wire.desk.views.of_item import OfItem
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_direct, may_file


@dataclass(frozen=True)
class Act:
    """Something that was done to the item."""

    at: datetime
    by: str
    said: str
    told: str  # the note or the reason that readers were given
    words: WireItem | None  # as the act left them, where it may have changed them


class History(OfItem, TemplateView):
    """The item's acts, the newest first."""

    template_name = "wire/desk/history.html"
    page_title = "History"
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (may_direct(request.user) or (may_file(request.user) and self._is_for(request.user))):
            return refused(request, MAY_NOT_FILE)
        return super().dispatch(request, *args, **kwargs)

    def _is_for(self, user: Any) -> bool:
        """A draft is for who wrote it, and for editors."""
        return self.item.is_visible or self.item.filed_by_id == user.pk

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        [row] = with_rights([self.item], self.request.user)  # type: ignore[arg-type]
        return super().get_context_data(**kwargs) | {"row": row, "acts": list(_acts(self.item))}


def _acts(item: WireItem) -> Iterator[Act]:
    for entry in registry.get_logs_for_instance(item).select_related("user", "revision"):
        yield Act(
            at=entry.timestamp,
            by=entry.user_display_name if entry.user_id else "the newsroom",
            said=str(entry.formatter.format_message(entry) if entry.formatter else entry.action),
            told=str(entry.data.get("note") or entry.data.get("reason") or ""),
            words=entry.revision.as_object() if entry.revision else None,
        )
