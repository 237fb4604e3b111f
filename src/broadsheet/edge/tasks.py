"""Background work of the edge."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor

from django_tasks import task

from broadsheet.edge.addresses import public_address
from broadsheet.edge.press.press import PrintError, press
from broadsheet.edge.press.styles import styles_are_known

logger = logging.getLogger(__name__)


@task()
def print_ahead(paths: list[str]) -> None:
    """Make pages before a reader asks for them; one that cannot be made is made when somebody does."""
    if not styles_are_known():
        return
    # Django ends each request with its thread's connection, which here would be the worker's own.
    with ThreadPoolExecutor(1) as thread:
        list(thread.map(_print, paths))


def _print(path: str) -> None:
    address = public_address(path)
    try:
        if address is not None:
            press().page(address)
    except PrintError as error:
        logger.warning("%s: %s", path, error, extra={"event": "print_ahead_failed"})
