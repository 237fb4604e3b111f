"""Runs imports and finds what came of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from broadsheet.imports.actions.import_wordpress import Options, import_wordpress
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Report

STORY = ImportedObject.Kind.STORY
PAGE = ImportedObject.Kind.PAGE


def bring_in(*exports: Path, **options: Any) -> Report:
    """Import an export and return the report."""
    return import_wordpress(*exports, options=Options(**options))


def ours(kind: str, foreign_id: int | str) -> Any:
    """Our thing for a foreign one."""
    return ImportedObject.objects.get(kind=kind, foreign_id=str(foreign_id)).object


def changed(export: Path, folder: Path, old: str, new: str) -> Path:
    """A later export of the same blog, in which some words are different."""
    text = export.read_text()
    assert old in text
    later = folder / "later.xml"
    later.write_text(text.replace(old, new))
    return later


def remarks(report: Report, foreign_id: int | str) -> list[str]:
    """What the report says about one foreign thing."""
    return [one.words for one in report.remarks if one.foreign_id == str(foreign_id)]
