"""Newsrooms that were there before narration get its rights; a new one has them from its first migration."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from broadsheet.desk.granting import grant

LEXICON = ("narration.add_term", "narration.change_term")
RIGHTS = {
    "Reporters": LEXICON,
    "Editors": (*LEXICON, "narration.delete_term", "narration.view_narration"),
    "Publishers": (*LEXICON, "narration.delete_term", "narration.view_narration"),
}


def grant_rights(apps: Any, schema_editor: Any) -> None:
    for group, names in RIGHTS.items():
        grant(apps, group, names)


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_rights_to_newsletters"), ("narration", "0001_initial")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
