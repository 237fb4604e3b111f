"""The command behind `broadsheet export`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from broadsheet.mirror.actions.check_mirror import check_mirror
from broadsheet.mirror.actions.export_mirror import export_mirror
from broadsheet.mirror.console import progress_bar, show_check, show_report
from broadsheet.mirror.errors import MirrorError


class Command(BaseCommand):
    """`export_mirror DIR [--url URL] [--dry-run] [--check]`."""

    help = "Write the whole public paper as plain files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or an earlier mirror")
        parser.add_argument("--url", default="", help="where the mirror will stand")
        parser.add_argument("--dry-run", action="store_true", help="count, and write nothing")
        parser.add_argument("--check", action="store_true", help="only look for dead links")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=cast(IO[str], self.stdout), highlight=False, soft_wrap=True)
        try:
            failed = 0 if options["check"] else _export(console, options)
            if not options["dry_run"]:
                _check(console, options["folder"])
        except MirrorError as problem:
            raise CommandError(str(problem)) from problem
        if failed:
            raise CommandError(f"{failed} pages could not be made: run it again when the paper is well.")


def _export(console: Console, options: dict[str, Any]) -> int:
    """Returns how many pages could not be made."""
    url = _web_address(options["url"])
    with progress_bar(console) as progress:
        report = export_mirror(options["folder"], url=url, rehearsal=options["dry_run"], progress=progress)
    show_report(report, console, rehearsal=options["dry_run"])
    return len(report.failed)


def _check(console: Console, folder: Path) -> None:
    check = check_mirror(folder)
    show_check(check, console)
    if check.dead:
        raise CommandError(f"The mirror has {len(check.dead)} dead links.")


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise CommandError("--url must be a web address, such as https://mirror.example/paper/.")
    return url
