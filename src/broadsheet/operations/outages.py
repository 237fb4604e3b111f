"""What need not be told again and again."""

from __future__ import annotations

import logging

from django.db import InterfaceError, OperationalError


class OnlyNews(logging.Filter):
    """Leaves out entries that say no more than that the database is away.

    The edge and the worker's clock say that once, in a line; every request that met it would be a traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to keep the entry."""
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, OperationalError | InterfaceError)
