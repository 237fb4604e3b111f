"""The command behind `broadsheet import wordpress`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from broadsheet.imports.actions.import_wordpress import Options, import_wordpress
from broadsheet.imports.console import progress_bar, show
from broadsheet.imports.errors import ExportError


class Command(BaseCommand):
    """`import_wordpress FILE [--media DIR] [--dry-run]`."""

    help = "Bring in a WordPress export (WXR): authors, topics, stories, pages, pictures, old addresses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="the export: WordPress's Tools → Export, All content"
        )
        parser.add_argument(
            "--media", type=Path, metavar="DIR", help="a copy of wp-content/uploads, for the pictures"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and write nothing")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace what was edited or deleted here since the last import",
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the whole report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        media: Path | None = options["media"]
        if media and not media.is_dir():
            raise CommandError(f"--media: {media} is no folder")
        console = Console(file=cast(IO[str], self.stdout))
        chosen = Options(media=media, overwrite=options["overwrite"], is_rehearsal=options["dry_run"])
        try:
            with progress_bar(console) as listener:
                report = import_wordpress(options["file"], chosen, progress=listener)
        except ExportError as problem:
            raise CommandError(f"{options['file']}: {problem}") from problem
        show(report, console)
        if options["report"]:
            self._write(options["report"], report.as_json())

    def _write(self, file: Path, report: dict[str, Any]) -> None:
        try:
            file.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        except OSError as problem:
            raise CommandError(f"--report: {file} cannot be written: {problem.strerror}") from problem
