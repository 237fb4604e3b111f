"""Whether the background work is being done."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from django.conf import settings

from broadsheet.edge.spool import refused, waiting
from broadsheet.edge.spool.folder import longest_wait, refused_folder, waiting_folder
from broadsheet.operations.doctor.finding import Finding, bad, doubt, good
from broadsheet.operations.worker.presence import presence_folder, signs

STILL = 60  # seconds without a sign that are too many
LATE = 60  # seconds that an act of a reader may wait; the worker takes in every five


def worker() -> Iterator[Finding]:
    """Somebody publishes what is scheduled."""
    alive = [sign for sign in signs(presence_folder()) if sign.alive]
    if not alive:
        words = "none: what is scheduled will not be published"
        yield doubt("Worker", words, "Start “broadsheet worker”, or its service.")
    for sign in alive:
        if sign.age > STILL:
            words = f"{sign.name} has not stirred for {sign.age:.0f} s"
            yield doubt("Worker", words, "Look into its log; the database may be away.")
        else:
            yield good("Worker", sign.name)


def redis() -> Iterator[Finding]:
    """The task queue answers, where it is not in the database."""
    if not settings.REDIS_URL:
        yield good("Task queue", "in the database")
        return
    if find_spec("redis") is None:
        yield bad("Task queue", "REDIS_URL is set, its client is missing", "pip install “broadsheet[redis]”")
        return
    from redis import Redis, RedisError

    try:
        Redis.from_url(settings.REDIS_URL, socket_connect_timeout=5).ping()
    except RedisError as error:
        yield bad("Task queue", str(error), "Check REDIS_URL, and that the server runs.")
    else:
        yield good("Task queue", "Redis answers")


def spool() -> Iterator[Finding]:
    """What readers did while the database was away has been done."""
    if count := refused():
        remedy = f"Read the reasons in {refused_folder()}; move a .json file into {waiting_folder()} to try it again."
        yield doubt("Spool", f"readers' acts that could not be done: {count}", remedy)
    if (seconds := longest_wait()) > LATE:
        words = f"readers' acts waiting: {waiting()}, the oldest for {seconds:.0f} s"
        yield doubt("Spool", words, "See “Database” and “Worker”; then look into the worker's log.")
    elif not count:
        yield good("Spool", f"readers' acts waiting: {waiting()}")
