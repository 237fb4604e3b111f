"""Imports a WordPress archive into an empty newsroom and asks for everything that it had published.

    python tests/imports/check_archive.py EXPORT.xml… [--media DIR]

Each story, page, author and list must answer 200, each old address 301 to where it stands now, and no word may be
lost; then the same archive is imported again, and nothing may change. The newsroom lies in a folder that is thrown
away. Leaves with a status other than 0 if anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FOUND = "from broadsheet.news.actions.found import found_paper; found_paper(name='An empty newsroom')"


def main() -> int:
    """Import, check, import again."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("exports", nargs="+", metavar="EXPORT")
    parser.add_argument("--media", metavar="DIR")
    chosen = parser.parse_args()
    media = ["--media", chosen.media] if chosen.media else []
    with tempfile.TemporaryDirectory(prefix="broadsheet-archive-") as home:
        report = Path(home) / "report.json"
        _manage(home, "migrate", "--verbosity=0")
        _manage(home, "collectstatic", "--no-input", "--verbosity=0")
        _manage(home, "shell", "--verbosity=0", "--command", FOUND)
        _manage(home, "import_wordpress", *chosen.exports, *media)
        _manage(home, "check_wordpress", *chosen.exports)
        _manage(home, "import_wordpress", *chosen.exports, *media, f"--report={report}", quietly=True)
        changed = _changed(json.loads(report.read_text()))
    print(f"Imported again: {changed or 'nothing changed'}.")  # noqa: T201  a script's voice
    return 1 if changed else 0


def _manage(home: str, *arguments: str, quietly: bool = False) -> None:
    environment = os.environ | {
        "BROADSHEET_HOME": home,
        "BROADSHEET_SECRET_KEY": "an empty newsroom has no secrets",
        "BROADSHEET_LOG_LEVEL": "CRITICAL",
        "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "django", *arguments]
    out = subprocess.DEVNULL if quietly else None
    done = subprocess.run(command, env=environment, check=False, stdout=out)  # noqa: S603  our own words
    if done.returncode:
        sys.exit(done.returncode)


def _changed(report: dict[str, Any]) -> dict[str, int]:
    """Kinds of things that a second import should have left alone."""
    counts: dict[str, dict[str, int]] = report["counts"]
    changes = {kind: count.get("created", 0) + count.get("updated", 0) for kind, count in counts.items()}
    return {kind: number for kind, number in changes.items() if number}


if __name__ == "__main__":
    sys.exit(main())
