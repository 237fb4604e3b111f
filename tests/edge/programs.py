"""Servers that the tests start for real, on loopback, and end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable

import pytest

LONGEST_START = 30.0  # seconds, on a machine that is busy with other tests
LONGEST_LIFE = 600  # seconds


def program(name: str) -> str:
    """Where it is installed; Debian keeps servers out of a user's PATH."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not found:
        pytest.fail(f"{name} is not installed: run “make setup”.", pytrace=False)
    return found


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listened to a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody answers on that port of 127.0.0.1."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


def start(
    command: list[str], *, ready: Callable[[], bool], longest: int = LONGEST_LIFE
) -> subprocess.Popen[bytes]:
    """The process once it is ready; it leads a group of its own, so that `end` ends its children too."""
    said = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
    # Whatever becomes of the tests, it ends.
    bounded = [program("timeout"), str(longest), *command]
    process = subprocess.Popen(bounded, stdout=said, stderr=said, start_new_session=True)  # noqa: S603 - ours
    deadline = time.monotonic() + LONGEST_START
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            end(process)
            said.seek(0)
            pytest.fail(f"{command[0]} did not start: {said.read().decode(errors='replace')}", pytrace=False)
        time.sleep(0.02)
    return process


def end(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End the process and its children."""
    if process.poll() is None:
        os.killpg(process.pid, how)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
