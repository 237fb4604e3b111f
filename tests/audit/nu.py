"""The Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path


def errors_in(pages: dict[str, str], *, jar: Path) -> dict[str, list[str]]:
    """What the checker calls an error, by the name of the page; `pages` gives each one's HTML."""
    names = list(pages)
    found: dict[str, list[str]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names):
            Path(folder, f"{number}.html").write_text(pages[name])
        messages = _run(jar, folder)
    for message in messages:
        if message["type"] != "info":
            name = names[int(Path(message["url"]).stem)]
            found[name].append(f"line {message.get('lastLine', '?')}: {message['message']}")
    return found


def _run(jar: Path, folder: str) -> list[dict[str, str]]:
    command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # a fixed command
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return messages
