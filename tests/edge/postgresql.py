"""A PostgreSQL of a test's own, that may be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.database import USER
from tests.plugins.postgresql import _pg_ctl


@dataclass(frozen=True, slots=True)
class MortalServer:
    """`options` are PostgreSQL's own."""

    folder: Path
    port: int
    options: str = ""

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"

    def control(self, *words: str) -> int:
        """Run `pg_ctl`; its exit status."""
        command = [_pg_ctl(self.folder), "-D", str(self.folder / "data"), *words]
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode  # noqa: S603

    def make(self) -> None:
        """Make its data, and start it."""
        assert self.control("-o", f"-A trust -U {USER}", "initdb") == 0
        self.start()

    def start(self) -> None:
        """Start it; what was killed a moment ago may still hold its memory."""
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -p {self.port}"
        for _ in range(40):
            log = str(self.folder / "log")
            if self.control("-l", log, "-o", f"{options} {self.options}", "-w", "start") == 0:
                return
            time.sleep(0.25)
        raise AssertionError((self.folder / "log").read_text()[-2000:])

    def kill(self) -> None:
        """Kill it and its children: no memory of theirs is written any more."""
        parent = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for process in (parent, *children):
            os.kill(int(process), signal.SIGKILL)
