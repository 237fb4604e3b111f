"""Newsrooms that were there before newsletters get their rights; a new one has them from its first migration."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from broadsheet.desk.granting import grant

EDITIONS = (
    *("newsletters.view_newsletter", "newsletters.view_edition"),
    *("newsletters.add_edition", "newsletters.change_edition", "newsletters.send_edition"),
)
RIGHTS = {
    "Editors": EDITIONS,
    "Publishers": (
        *EDITIONS,
        *("newsletters.add_newsletter", "newsletters.change_newsletter", "newsletters.delete_newsletter"),
        *("newsletters.view_subscriber", "newsletters.add_subscriber"),
        *("newsletters.change_subscriber", "newsletters.delete_subscriber"),
        *("newsletters.import_subscriber", "newsletters.export_subscriber"),
        *("newsletters.delete_edition", "delivery.view_delivery"),
    ),
}


def grant_rights(apps: Any, schema_editor: Any) -> None:
    for group, names in RIGHTS.items():
        grant(apps, group, names)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_rights_to_the_wire"),
        ("delivery", "0001_initial"),
        ("newsletters", "0001_initial"),
    ]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
