"""Follows changes: here, on the other nodes, and in the CDN."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from broadsheet.edge import broadcast
from broadsheet.edge.models import Change
from broadsheet.edge.purging import purge_everywhere
from broadsheet.edge.store.store import Store, page_store
from broadsheet.edge.tags import EVERYTHING, loosely

logger = logging.getLogger(__name__)

OVERLAP = timedelta(minutes=10)  # longer than any transaction: a change is dated before it can be seen
CAUGHT_UP = "caught_up_at"
KEPT = timedelta(days=7)  # after that, a node that was away begins with an empty store


def follow(
    changes: Collection[int], tags: Collection[str], *, gone: bool, ahead: Collection[str] = ()
) -> None:
    """Forget everywhere what shows `tags`, before whoever made the changes goes on. Never raises into their work."""
    try:
        addresses = forget_here(changes, tags, gone=gone)
    except OSError:
        logger.exception("Pages cannot be forgotten", extra={"event": "forgetting_failed"})
        addresses = []
    broadcast.announce(max(changes, default=0), list(tags), gone=gone)
    named = {*tags, *map(loosely, tags)} if gone else tags
    purge_everywhere(frozenset(named), frozenset(addresses), gone=gone)
    if ahead:
        _print_ahead(sorted(ahead))


def _print_ahead(paths: list[str]) -> None:
    from broadsheet.edge.tasks import print_ahead

    try:
        print_ahead.enqueue(paths)
    except Exception:  # the queue is away; the first reader has the page made
        logger.exception("Pages are not made ahead", extra={"event": "print_ahead_failed"})


def forget_here(changes: Collection[int], tags: Collection[str], *, gone: bool) -> list[str]:
    """Forget on this machine what shows `tags`, and remember that these changes are done with."""
    store = page_store()
    addresses = store.forget(tags, gone=gone)
    _mark_followed(store, changes)
    return [address.url for address in addresses]


def catch_up() -> int:
    """Follow what was missed: by a process that died after its commit, or while this node was away.

    Returns how many changes there were. Raises the database's own error when it is away.
    """
    store = page_store()
    known = store.index.fact(CAUGHT_UP)
    since = datetime.fromisoformat(known) if known else None
    now = datetime.now(UTC)
    if since is None or now - since > KEPT - OVERLAP:
        store.forget([EVERYTHING])
        since = now
    missed = _missed(store, since - OVERLAP)
    for change in missed:
        logger.info("Following a change that was missed: %s", change, extra={"event": "change_caught_up"})
        forget_here([change.pk], change.tags, gone=change.gone)
    store.index.set_fact(CAUGHT_UP, now.isoformat())
    if since.date() != now.date():
        tidy()
    return len(missed)


def expire() -> int:
    """Take away pages whose time is over, for a server in front that cannot know; returns how many."""
    return page_store().expire()


def tidy() -> None:
    """Remove changes that every node has followed long ago."""
    Change.objects.filter(at__lt=datetime.now(UTC) - KEPT).delete()


def _missed(store: Store, since: datetime) -> list[Change]:
    recent = list(Change.objects.filter(at__gte=since))
    done = store.index.followed()
    return [change for change in recent if change.pk not in done]


def _mark_followed(store: Store, changes: Collection[int]) -> None:
    try:
        store.index.note_followed(changes, keep=2 * OVERLAP.total_seconds())
    except sqlite3.Error:
        logger.warning("Changes will be followed twice", extra={"event": "index_failed"})
