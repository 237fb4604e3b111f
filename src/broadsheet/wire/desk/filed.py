"""What was filed last, and what somebody may do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from broadsheet.wire.actions.withdraw import UNDO_FOR
from broadsheet.wire.models import WireEvent, WireItem
from broadsheet.wire.rights import may_change, may_direct

SHOWN = 8


@dataclass(frozen=True)
class Filed:
    """An item in the list under the box."""

    item: WireItem
    is_mine: bool
    may_change: bool
    may_direct: bool
    undo_left: float  # seconds

    @property
    def may_undo(self) -> bool:
        return self.undo_left > 0


def just_filed(user: User, *, shown: int = SHOWN) -> list[Filed]:
    """The last items of everybody, the newest first; drafts only where the user may change them."""
    items = WireItem.objects.select_related("filed_by", "section")
    if not may_direct(user):
        items = items.filter(~Q(state=WireItem.State.DRAFT) | Q(filed_by=user))
    newest = items.order_by(Coalesce("posted_at", "filed_at").desc(), "-pk")[:shown]
    return with_rights(list(newest), user)


def breaking_now(user: User) -> list[Filed]:
    """Items in the banner; readers see the first."""
    return with_rights(list(WireItem.objects.breaking().select_related("filed_by")), user)


def with_rights(items: Sequence[WireItem], user: User, *, may_undo: bool = True) -> list[Filed]:
    """Each item with what the user may do with it now; without the undo, no query is asked."""
    live = [item for item in items if item.state == WireItem.State.LIVE]
    left = _seconds_left(live) if may_undo and live else {}
    return [
        Filed(
            item,
            is_mine=item.filed_by_id == user.pk,
            may_change=may_change(user, item),
            may_direct=may_direct(user),
            undo_left=left.get(item.pk, 0) if item.filed_by_id == user.pk else 0,
        )
        for item in items
    ]


def _seconds_left(items: Sequence[WireItem]) -> dict[int | None, float]:
    now = timezone.now()
    posted = WireEvent.objects.filter(kind=WireEvent.Kind.POSTED, item__in=items, at__gt=now - UNDO_FOR)
    return {
        item: round((at + UNDO_FOR - now).total_seconds(), 1)
        for item, at in posted.values_list("item", "at").order_by("pk")
    }
