"""Run the audit: a table on standard output, exit status 1 when anything is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import django
from rich.console import Console
from rich.table import Table

from tests.database import free_port
from tests.plugins.garbage import OFTEN_ENOUGH

if TYPE_CHECKING:
    from tests.audit.newsroom import AuditedPage

NU = "Nu"
MAIL = "mail programs"


def main() -> int:
    """Publish, serve, check, report."""
    parser = argparse.ArgumentParser(prog="scripts/audit", description="Check every kind of page.")
    parser.add_argument("--vnu", type=Path, required=True, metavar="JAR", help="the Nu HTML checker")
    parser.add_argument(
        "--home", metavar="DIR", help="keep the newsroom there, for the next audit to start from"
    )
    parser.add_argument(
        "--caniemail", type=Path, required=True, metavar="JSON", help="what mail programs can show"
    )
    options = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="broadsheet-audit-") as thrown_away:
        _set_up(options.home or thrown_away, port)
        found = _audit(options.vnu, options.caniemail, port)
    print_table(found)
    return 1 if any(problems for checks in found.values() for problems in checks.values()) else 0


def _set_up(home: str, port: int) -> None:
    os.environ.update(
        BROADSHEET_HOME=home,
        BROADSHEET_SECRET_KEY="a secret that everybody may know",
        BROADSHEET_LOG_LEVEL="ERROR",
        BROADSHEET_URL=f"http://127.0.0.1:{port}",
        DJANGO_SETTINGS_MODULE="broadsheet.settings",
        DATABASE_URL="",
        DJANGO_ALLOW_ASYNC_UNSAFE="1",
    )
    gc.set_threshold(*OFTEN_ENOUGH)
    django.setup()


def _audit(jar: Path, data: Path, port: int) -> dict[str, dict[str, list[str]]]:
    """What is wrong, by kind of page and by check."""
    from tests.audit import axe, caniemail, newsroom, nu, server
    from tests.audit.mails import mails

    pages, letters = newsroom.publish(), list(mails())
    found: dict[str, dict[str, list[str]]] = {page.kind: {} for page in (*pages, *letters)}
    with server.serving(port) as address:
        texts = {page.kind: _text(page, address, found) for page in pages}
        with ThreadPoolExecutor(1) as beside:
            by_nu = beside.submit(nu.errors_in, texts, jar=jar)
            for kind, view, violations in axe.violations_in([*pages, letters[0]], address):
                found[kind][f"axe {view}"] = violations
        for kind, errors in by_nu.result().items():
            found[kind][NU] = errors
    by_kind = caniemail.problems_in({letter.kind: letter.html for letter in letters}, data=data)
    for kind, problems in by_kind.items():
        found[kind][MAIL] = problems
    return found


def _text(page: AuditedPage, address: str, found: dict[str, dict[str, list[str]]]) -> str:
    from tests.audit.server import fetch

    if page.html:
        return page.html
    status, text = fetch(address + page.path)
    if status != page.status:
        found[page.kind]["status"] = [f"{page.path} answers {status}, not {page.status}"]
    return text


def print_table(found: dict[str, dict[str, list[str]]]) -> None:
    """One line for each page, one column for each check; below it, every problem in words."""
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    checks = list(dict.fromkeys(check for problems in found.values() for check in problems))
    table = Table("Page", *checks)
    for kind, problems in found.items():
        table.add_row(kind, *(_mark(problems.get(check)) for check in checks))
    console.print(table)
    for kind, problems in found.items():
        for check, lines in problems.items():
            for line in lines:
                console.print(f"{kind}, {check}: {line}", markup=False, soft_wrap=True)


def _mark(problems: list[str] | None) -> str:
    """Empty where the check was not made: a mail is no page, and a page no mail."""
    if problems is None:
        return ""
    return f"[red]{len(problems)} wrong[/]" if problems else "ok"


if __name__ == "__main__":
    sys.exit(main())
