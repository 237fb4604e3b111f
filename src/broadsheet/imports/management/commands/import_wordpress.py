"""The command behind `broadsheet import wordpress`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from broadsheet.imports.actions.import_wordpress import Options, import_wordpress
from broadsheet.imports.console import show
from broadsheet.imports.errors import ExportError
from broadsheet.kit.terminal import progress_bar


class Command(BaseCommand):
    """`import_wordpress FILE [--media DIR] [--dry-run]`."""

    help = "Bring in a WordPress export (WXR): authors, topics, stories, pages, pictures, old addresses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files",
            nargs="+",
            type=Path,
            metavar="FILE",
            help="the export (WordPress's Tools → Export, All content); several files if WordPress split it",
        )
        parser.add_argument("--media", metavar="DIR", help="a copy of wp-content/uploads, for the pictures")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and write nothing")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace what was edited or deleted here since the last import",
        )
        parser.add_argument("--report", metavar="FILE", help="write the whole report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = Options(
            media=_folder(options["media"]), overwrite=options["overwrite"], is_rehearsal=options["dry_run"]
        )
        report_file = _writable(options["report"])
        console = Console(file=cast(IO[str], self.stdout))
        try:
            with progress_bar(console) as listener:
                report = import_wordpress(*options["files"], options=chosen, progress=listener)
        except ExportError as problem:
            raise CommandError(str(problem)) from problem
        show(report, console)
        if report_file:
            report_file.write_text(json.dumps(report.as_json(), indent=2, ensure_ascii=False) + "\n")


def _folder(name: str | None) -> Path | None:
    if name and not Path(name).is_dir():
        raise CommandError(f"--media: {name} is no folder")
    return Path(name) if name else None


def _writable(name: str | None) -> Path | None:
    """The report's file, tried before an hour of importing and not after it."""
    if not name:
        return None
    try:
        Path(name).touch()
    except OSError as problem:
        raise CommandError(f"--report: {name} cannot be written: {problem.strerror}") from problem
    return Path(name)
