"""Gives a group its rights in a migration, before Django has come to make them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# Model names that differ from the second half of the permission's codename.
_MODELS = {"access_admin": "admin"}


def grant(apps: Any, group: str, names: Iterable[str]) -> None:
    """Give the rights `app_label.codename` to a group; a newsroom that has done away with it goes without."""
    for found in apps.get_model("auth.Group").objects.filter(name=group):
        found.permissions.add(*(permission(apps, name) for name in names))


def permission(apps: Any, name: str) -> Any:
    """The permission, made now if Django has not come to it yet (it makes them after the last migration)."""
    app_label, codename = name.split(".")
    model = _MODELS.get(codename) or codename.rpartition("_")[2]
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {codename.replace('_', ' ')}"},
    )
    return found
