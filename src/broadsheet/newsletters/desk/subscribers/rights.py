"""Who may do what with readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NOT_YOURS = "Who the readers are is for few. A publisher can give you that right."

Check = Callable[[Any], bool]


def has(right: str) -> Check:
    """Whether a user has `newsletters.<right>_subscriber`."""
    return lambda user: bool(user.has_perm(f"newsletters.{right}_subscriber"))


may_see, may_add, may_change, may_erase, may_import, may_export = map(
    has, ("view", "add", "change", "delete", "import", "export")
)


def may_see_growth(user: Any) -> bool:
    """Numbers tell nothing about anybody: whoever sees newsletters sees them."""
    return bool(
        user.has_perm("newsletters.view_newsletter") or user.has_perm("newsletters.change_newsletter")
    )
