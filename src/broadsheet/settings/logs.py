"""Logs go to standard error, one line each, named by event."""

from __future__ import annotations

from typing import Any


def logs(level: str) -> dict[str, Any]:
    """Django's LOGGING for entries at `level` and above."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        },
        "filters": {
            "news": {"()": "broadsheet.operations.outages.OnlyNews"},
            "discreet": {"()": "broadsheet.operations.discretion.NoTokens"},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["news", "discreet"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            "django": {"handlers": [], "level": level.upper(), "propagate": True},
            # Each task and each asset would otherwise be two lines.
            "django_tasks": {"level": "WARNING"},
            "django_tasks_db": {"level": "ERROR"},
            "wagtail": {"level": "WARNING"},
            # Whoever scans the internet asks for hosts of all kinds; each would be a traceback.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "PIL": {"level": "WARNING"},
            # It tells of each of its patterns, and of every mail that broke one.
            "flufl.bounce": {"level": "CRITICAL"},
        },
    }
