"""Processes that live and end together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType, TracebackType
from typing import Any, Self

import click

GRACE = 25.0  # seconds that each may take to end what it has begun


class Family:
    """A context manager: what was started in it is stopped with it, by Ctrl-C too."""

    def __init__(self) -> None:
        # A fork shares what was loaded already, which is most of what a start would cost.
        self._context = multiprocessing.get_context("fork")
        self._members: list[BaseProcess] = []
        self._stopping = False

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        return self

    def start(self, name: str, work: Callable[..., Any], *args: Any) -> None:
        """Run `work(*args)` in a process of its own."""
        process = self._context.Process(target=_live, args=(name, work, args), name=name)
        process.start()
        self._members.append(process)

    def wait_until_heard(self, host: str, port: int) -> None:
        """Return when something answers on the port, or something has gone wrong."""
        while not self._stopping and all(member.is_alive() for member in self._members):
            try:
                socket.create_connection((host, port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return

    def wait(self) -> None:
        """Return when told to stop; raises `click.ClickException` when one of the family died before."""
        while not self._stopping:
            for sentinel in wait([member.sentinel for member in self._members], timeout=1):
                dead = next(member for member in self._members if member.sentinel == sentinel)
                dead.join()
                if not self._stopping:
                    raise click.ClickException(f"The {dead.name} {_end_of(dead)}: stopped everything.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for member in self._members:
            member.terminate()
        deadline = time.monotonic() + GRACE
        for member in self._members:
            member.join(max(0.1, deadline - time.monotonic()))
            if member.is_alive():
                member.kill()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def _live(name: str, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    from broadsheet.cli.errors import in_one_line
    from broadsheet.operations.processes import die_with_parent

    os.setpgrp()  # Ctrl-C reaches the parent alone, which stops each member once
    die_with_parent()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    try:
        work(*args)
    except Exception as error:
        click.echo(f"broadsheet: {name}: {in_one_line(error)}", err=True)
        sys.exit(1)


def _end_of(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
