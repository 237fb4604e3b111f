"""The web server: Granian in front of Django, pictures straight from their folder."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from broadsheet.operations.processes import die_with_parent
from broadsheet.wire.stream.room import connections_at_once, make_room

BACKLOG = 2048  # connections that may wait, in each process

# Bytes that a request's head may have, and that are kept for a reader who is slow to take an answer. Granian's default
# is fourteen times as much, and there may be ten thousand such readers.
BUFFER = 32 * 1024

PATIENCE = 20  # seconds that requests under way may take when the server is told to stop
LAST_SECOND = 1  # that a process has after these, before it is killed
A_DAY = 86_400


class Server(Granian):  # type: ignore[misc, valid-type]  # which class it is depends on the interpreter
    """Granian, which waits until its processes have ended before it says that they would not."""

    def _stop_workers(self) -> None:
        """Granian looks a millisecond after a process has closed its files; the kernel then still takes it apart."""
        for worker in self.wrks:
            worker.terminate()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and any(worker.is_alive() for worker in self.wrks):
            time.sleep(0.01)
        super()._stop_workers()


def require_free_port(host: str, port: int) -> None:
    """Raise `CommandError` when nothing can listen there.

    Granian shares its port, so that a second server would silently take half of the requests.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            raise CommandError(_why_not(error, host, port)) from error


def serve(*, host: str, port: int, processes: int, access_log: bool = False) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish those under way."""
    if sys.platform == "linux":
        # What is loaded already is shared, and a process is there at once.
        multiprocessing.set_start_method("fork", force=True)
        os.register_at_fork(after_in_child=die_with_parent)
    make_room()
    mounts = media_mounts()
    # What is loaded stays until the end: without this, Python looks for garbage in it for seconds before it stops.
    gc.freeze()
    Server(
        "broadsheet.asgi:application",
        address=host,
        port=port,
        workers=processes,
        interface=Interfaces.ASGINL,
        # HTTP/2 is the business of the server in front, which speaks it with readers. To be ready for it here as well
        # would cost each open stream 12 kB.
        http=HTTPModes.http1,
        websockets=False,
        backlog=BACKLOG,
        # Granian counts connections, not requests: by its default, which shrinks with the number of processes, a few
        # hundred open streams would leave none to pages.
        backpressure=connections_at_once(),
        http1_settings=HTTP1Settings(max_buffer_size=BUFFER),
        respawn_failed_workers=True,
        workers_kill_timeout=LAST_SECOND,
        log_level=LogLevels.warning,
        log_access=access_log,
        log_dictconfig=_logs(),
        static_path_route=list(mounts),
        static_path_mount=list(mounts.values()),
        static_path_expires=A_DAY,
    ).serve()


def media_mounts() -> dict[str, Path]:
    """Public folders of uploads by address; documents stay behind Wagtail's own checks, audio is the edge's."""
    mounts = {}
    for name in settings.PUBLIC_MEDIA:
        if name in settings.MEDIA_IN_PARTS:
            continue
        folder = Path(settings.MEDIA_ROOT) / name
        folder.mkdir(parents=True, exist_ok=True)
        mounts[f"{settings.MEDIA_URL}{name}"] = folder
    return mounts


def _logs() -> dict[str, Any]:
    """Granian's log lines join Django's on standard error."""
    return settings.LOGGING | {
        "loggers": settings.LOGGING["loggers"] | {"_granian": {}, "granian.access": {"level": "INFO"}}
    }


def _why_not(error: OSError, host: str, port: int) -> str:
    where = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return f"Something else listens on {where} already: stop it, or choose another port with --port."
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights: choose one above 1023 with --port."
    return f"Cannot listen on {where}: {error.strerror or error}."
