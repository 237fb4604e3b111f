"""How many streams and other connections a process can hold: each takes a file descriptor."""

from __future__ import annotations

import resource
from contextlib import suppress

from django.conf import settings

PAGES = 1024  # connections that streams leave to pages
SPARE = 256  # descriptors for files, databases, Redis


def make_room() -> None:
    """Raise the limit of open files to what the streams need, as far as the system lets us.

    A service begins with 1,024, for the sake of programs that cannot count any further.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = settings.STREAMS + PAGES + SPARE
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):  # a service may be forbidden to ask; then its unit says how many
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def streams_at_once() -> int:
    """Streams that a process holds; half of all where there is not much room."""
    limit = _limit()
    return min(settings.STREAMS, limit - min(PAGES + SPARE, limit // 2))


def connections_at_once() -> int:
    """Connections of all kinds that a process holds: more than that, and it could not even refuse them."""
    return min(streams_at_once() + PAGES, _limit() - SPARE)


def _limit() -> int:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1_000_000 if soft == resource.RLIM_INFINITY else soft
