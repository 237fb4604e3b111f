"""What the spool's tests share: a reader's act that leaves a row, processes that die, a database that goes away."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import Any

from django.db import connection

from broadsheet.edge.models import Change
from broadsheet.edge.spool import spool, take_in
from tests.database import free_port

SIGN_UP = "newsletter.sign-up"


def sign_up(act: dict[str, Any]) -> None:
    """Do an act, so that it can be counted."""
    Change.objects.create(tags=[act["reader"]])


def spool_readers(count: int) -> list[str]:
    """That many readers sign up, one after the other; their names."""
    names = [f"reader {number}" for number in range(count)]
    for name in names:
        spool(SIGN_UP, {"reader": name})
    return names


def done() -> list[str]:
    """Whose acts were done, in order, as often as they were done."""
    return [name for tags in Change.objects.values_list("tags", flat=True) for name in tags]


def beat(times: int) -> int:
    """Take in that many times, as the worker's clock does; how many acts were done."""
    return sum(take_in() for _ in range(times))


def fork(target: Callable[..., object], *args: Any) -> BaseProcess:
    """Start another process on the same newsroom."""
    connection.close()  # two processes must not talk over one connection
    process = multiprocessing.get_context("fork").Process(target=target, args=args)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    """How a process ended; it is waited for, within reason."""
    process.join(timeout=60)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode


@contextmanager
def database_away() -> Iterator[None]:
    """Nobody answers where the database was."""
    is_sqlite = connection.vendor == "sqlite"
    broken: dict[str, Any] = {"NAME": "/nonexistent/db.sqlite3"} if is_sqlite else {"PORT": free_port()}
    kept = {key: connection.settings_dict[key] for key in broken}
    connection.close()
    connection.settings_dict.update(broken)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(kept)
