"""Who may do what to the wire; asked by the desk and by the API alike."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from broadsheet.wire.models import WireItem

Somebody = User | AbstractBaseUser | AnonymousUser


def may_file(user: Somebody) -> bool:
    """Whether the user may file items, breaking ones too, and change what they have filed themselves."""
    return _has(user, "wire.file_wireitem")


def may_change(user: Somebody, item: WireItem) -> bool:
    """Whether the user may edit, correct, retract and withdraw this item."""
    return may_direct(user) or (
        may_file(user) and item.filed_by_id is not None and item.filed_by_id == user.pk
    )


def may_direct(user: Somebody) -> bool:
    """Whether the user may pin, start and end breaking news, and change what others have filed."""
    return _has(user, "wire.change_wireitem")


def _has(user: Somebody, permission: str) -> bool:
    # Django's own check leaves out those who are no longer active.
    return isinstance(user, User | AnonymousUser) and user.has_perm(permission)
