"""Ends the streams when the server is told to stop."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

SIGNALS = (signal.SIGTERM, signal.SIGINT)


def when_told_to_stop(end: Callable[[], None]) -> None:
    """Have `end` called in the running loop at SIGTERM or SIGINT.

    Granian waits then for all requests under way, and tells the application only after that: a stream would have to
    be killed. Granian's own handler stays: a loop hears of signals by its wake-up descriptor (`signal.set_wakeup_fd`),
    and what is set here is called besides.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # a test's loop, and signals are the main thread's
    loop = asyncio.get_running_loop()

    def told(*_: object) -> None:
        with suppress(RuntimeError):  # the loop has ended before
            loop.call_soon_threadsafe(end)

    for number in SIGNALS:
        signal.signal(number, told)
        signal.siginterrupt(number, False)
