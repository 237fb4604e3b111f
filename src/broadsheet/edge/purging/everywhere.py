"""The two things that the page store asks of CDNs."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable

from broadsheet.edge.purging.asking import ask_all
from broadsheet.edge.purging.configuration import purgers
from broadsheet.edge.purging.purger import PATIENCE
from broadsheet.edge.purging.tasks import queue, worth_another_try

logger = logging.getLogger(__name__)


def response_headers(tags: Iterable[str]) -> dict[str, str]:
    """What a stored page's answer carries for the CDNs; nothing without one, as nobody would purge it."""
    tags = list(tags)
    return {name: value for purger in purgers() for name, value in purger.response_headers(tags).items()}


def purge_everywhere(tags: Collection[str], addresses: Collection[str], *, gone: bool) -> bool:
    """Make every CDN forget; whether all have confirmed within five seconds. Never raises.

    Call it after the commit, and after this machine has forgotten: a CDN asks again at once. What failed is tried
    again by the worker, and what did not is repeated once: an old copy that was under way to the CDN would stay.
    """
    try:
        return _purge(frozenset(tags), frozenset(addresses), gone=gone)
    except Exception:  # an editor's request must not fail because the queue is away
        logger.exception("The CDNs were not told", extra={"event": "purge_failed", "gone": gone})
        return False


def _purge(tags: frozenset[str], addresses: frozenset[str], *, gone: bool) -> bool:
    asked = purgers()
    if not asked:
        return True
    failed = ask_all(asked, tags=tags, addresses=addresses, patience=PATIENCE)
    names = {purger.name for purger in asked} - set(failed)
    names.update(worth_another_try(failed, gone=gone, attempt=0))
    queue(tags, addresses, gone=gone, names=names, attempt=0)
    return not failed
