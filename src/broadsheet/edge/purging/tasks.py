"""Purges again, later: what failed, and once what did not."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from broadsheet.edge.purging.asking import ask_all
from broadsheet.edge.purging.configuration import purgers
from broadsheet.edge.purging.purger import PATIENCE, PurgeError

logger = logging.getLogger(__name__)

HOUR = 3_600
PAUSES = (5, 15, 60, 300, 900, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR)  # seconds before each further try


@task()
def purge_again(tags: list[str], addresses: list[str], gone: bool, names: list[str], attempt: int) -> None:
    """Ask those `names` once more; a task never waits, it is queued anew."""
    asked = [purger for purger in purgers() if purger.name in names]
    change = (frozenset(tags), frozenset(addresses))
    failed = ask_all(asked, tags=change[0], addresses=change[1], patience=PATIENCE)
    again = worth_another_try(failed, gone=gone, attempt=attempt)
    queue(*change, gone=gone, names=again, attempt=attempt)


def worth_another_try(failed: dict[str, PurgeError], *, gone: bool, attempt: int) -> list[str]:
    """Log what failed; the names of those to ask again after so many attempts.

    What must be gone is tried even where the CDN refuses: somebody may give it another token meanwhile.
    """
    again = []
    for name, error in failed.items():
        if attempt < len(PAUSES) and (error.retry_helps or gone):
            logger.warning(
                "Not purged yet: %s: %s", name, error, extra={"event": "purge_failed", "gone": gone}
            )
            again.append(name)
        else:
            words = "Not purged, purge it by hand: %s: %s"
            logger.error(words, name, error, extra={"event": "purge_given_up", "gone": gone})
    return again


def queue(
    tags: frozenset[str], addresses: frozenset[str], *, gone: bool, names: Iterable[str], attempt: int
) -> None:
    """Have the worker ask those `names` after the pause that follows so many attempts."""
    names = sorted(names)
    if not names or attempt >= len(PAUSES):
        return
    if not purge_again.get_backend().supports_defer:
        logger.debug("These tasks cannot wait: nothing is purged again", extra={"event": "purge_not_queued"})
        return
    later = timezone.now() + timedelta(seconds=PAUSES[attempt])
    purge_again.using(run_after=later).enqueue(
        sorted(tags), sorted(addresses), gone=gone, names=names, attempt=attempt + 1
    )
