"""Says whether an imported export is all there."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from broadsheet.imports.actions.check_wordpress import check_wordpress
from broadsheet.imports.errors import ExportError


class Command(BaseCommand):
    """`check_wordpress FILE`."""

    help = (
        "After an import: ask for every published story, page, author and old address of a WordPress export."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="+", type=Path, metavar="FILE", help="the export that was imported"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            check = check_wordpress(*options["files"], host=urlsplit(settings.PUBLIC_URL).netloc)
        except ExportError as problem:
            raise CommandError(str(problem)) from problem
        for words in check.problems:
            self.stderr.write(words)
        counts = f"{check.stories} stories, {check.pages} pages, {check.redirects} redirects"
        summary = f"{counts}; {check.asked} addresses asked"
        if check.problems:
            raise CommandError(f"{len(check.problems)} problems ({summary})")
        self.stdout.write(f"All there: {summary}.")
