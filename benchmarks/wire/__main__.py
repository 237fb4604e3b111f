"""Runs it and prints it: `python -m benchmarks.wire`. `QUICK=1` takes 2,000 open pages in place of 10,000."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from benchmarks.figures import verdict
from benchmarks.wire.newsroom import newsroom
from benchmarks.wire.report import show_delivery, show_return
from benchmarks.wire.runs import deliver, lose_the_server

OPEN_PAGES = 2_000 if os.environ.get("QUICK") else 10_000
ITEMS = 20
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def main() -> int:
    """Whether every target was reached, as an exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    _allow_descriptors()
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-bench-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        one = stack.enter_context(newsroom(folder / "home"))
        console.print(f"Opening {OPEN_PAGES:,} pages, then filing {ITEMS} items …")
        reached = show_delivery(console, deliver(one, OPEN_PAGES, ITEMS))
        console.print(f"Once more, and the server is killed with -9 after {ITEMS // 2} items …")
        reached += show_return(console, lose_the_server(one, OPEN_PAGES, ITEMS))
    return verdict(console, reached)


def _allow_descriptors() -> None:
    """As many open files as this machine gives; each open page is one here and one in the server."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    sys.exit(main())
