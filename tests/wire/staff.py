"""Rights of the wire, given to somebody."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User


def let(user: User, codename: str) -> User:
    """Give somebody a right of the wire."""
    user.user_permissions.add(Permission.objects.get(codename=codename, content_type__app_label="wire"))
    return User.objects.get(pk=user.pk)
