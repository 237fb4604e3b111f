"""The web server, as `broadsheet serve` starts it, on a free port of this machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

PATIENCE = 60  # seconds until it must answer


@contextmanager
def serving(port: int) -> Iterator[str]:
    """Serve the newsroom of this process's environment; yields its address."""
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "broadsheet.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    try:
        _wait_for(server, address)
        yield address
    finally:
        server.terminate()
        server.wait()


def fetch(address: str) -> tuple[int, str]:
    """The status and the text of what is at `address`."""
    try:
        with urlopen(address) as answer:  # noqa: S310  # ours
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def _wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(PATIENCE * 10):
        if server.poll() is not None:
            sys.exit(f"The server stopped with status {server.returncode}.")
        try:
            fetch(address)
        except URLError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"The server did not answer within {PATIENCE} seconds.")
