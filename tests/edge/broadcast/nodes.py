"""A Redis that can be killed, and machines that hear it."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from redis import Redis

from broadsheet.edge.broadcast import Listener
from tests.edge.programs import end, free_port, listens, program, start


class Server:
    """A redis-server on a port of its own, that keeps nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        places = ["--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(self.folder)]
        command = [program("redis-server"), *places, "--save", "", "--appendonly", "no", "--daemonize", "no"]
        self.process = start(command, ready=lambda: listens(self.port))

    def kill(self) -> None:
        end(self.process, signal.SIGKILL)

    def client(self) -> Redis:
        return Redis.from_url(self.url)


class Node:
    """Another machine: what it forgot, how often it caught up."""

    def __init__(self) -> None:
        self.forgot: list[tuple[int, list[str], bool]] = []
        self.caught_up = 0
        self.hold = threading.Event()
        self.hold.set()
        self.listener = Listener(self.forget, self.catch_up)

    def forget(self, change_id: int, tags: list[str], gone: bool) -> None:
        self.hold.wait(5)
        self.forgot.append((change_id, tags, gone))

    def catch_up(self) -> None:
        self.caught_up += 1


def until(true: Callable[[], bool], *, within: float = 10.0) -> None:
    end_of_patience = time.monotonic() + within
    while not true():
        assert time.monotonic() < end_of_patience, "it never came true"
        time.sleep(0.01)
