"""Newsrooms that were there before the News Feed get its rights; a new one has them from its first migration."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from broadsheet.desk.granting import grant

RIGHTS = {
    "Reporters": ("wire.file_wireitem",),
    "Editors": ("wire.file_wireitem", "wire.change_wireitem", "wire.add_series", "wire.change_series"),
    "Publishers": (
        *("wire.file_wireitem", "wire.change_wireitem"),
        *("wire.add_series", "wire.change_series", "wire.delete_series"),
    ),
}


def grant_rights(apps: Any, schema_editor: Any) -> None:
    for group, names in RIGHTS.items():
        grant(apps, group, names)


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_staff_groups"), ("wire", "0001_initial")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
