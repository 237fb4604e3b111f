"""Who may do what with newsletters."""

from __future__ import annotations

from typing import Any

_EDITIONS = ("newsletters.change_edition", "newsletters.add_edition", "newsletters.view_edition")
SEND = "newsletters.send_edition"


def may_send(user: Any) -> bool:
    """Whether the user may send editions, schedule them, and pause and stop what is being sent."""
    return bool(user.has_perm(SEND))


def may_see_editions(user: Any) -> bool:
    """Whether the user sees editions at the desk, and how many readers got them."""
    return may_send(user) or any(user.has_perm(right) for right in _EDITIONS)


def may_see_addresses(user: Any) -> bool:
    """Whether the user sees who the readers are."""
    return bool(user.has_perm("newsletters.view_subscriber"))
