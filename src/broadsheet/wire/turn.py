"""Lets those who file at the same moment do so one after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import connection, transaction

_queue = threading.Lock()


@contextmanager
def in_turn() -> Iterator[None]:
    """A transaction; on SQLite it begins when the one before it in this process has ended.

    SQLite lets one write, and has the others ask again and again, ever more rarely: under a crowd, whoever has waited
    longest is the least likely to get in, and after twenty seconds it is refused. A queue lets everybody in.
    """
    with ExitStack() as waiting:
        # Whoever has a transaction already must not wait for somebody who waits for its end.
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            waiting.enter_context(_queue)
        with transaction.atomic():
            # The first thing after the commit: the next one begins while ours is made known.
            transaction.on_commit(waiting.close)
            yield
