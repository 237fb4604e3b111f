"""The one place that reads the environment: every setting, its type, its default and what it is for.

Values come from the process environment, else from ``$BROADSHEET_HOME/broadsheet.env``, else from the
default here. ``docs/reference/settings.md`` documents each, and a test holds the two against each other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that an operator may set; `kind` is the Python type that it is read as."""

    name: str
    kind: type
    default: Any
    purpose: str


SETTINGS = (
    Setting("BROADSHEET_HOME", str, "./var", "Folder that holds everything a newsroom owns."),
    Setting("BROADSHEET_SECRET_KEY", str, "", "Signs sessions and links. Required; 50 random characters."),
    Setting("BROADSHEET_DEBUG", bool, False, "Show errors in full. For development only."),
    Setting("BROADSHEET_URL", str, "http://127.0.0.1:8000", "Address at which readers reach the paper."),
    Setting("BROADSHEET_HOSTS", list, [], "Further host names to answer to, separated by commas."),
    Setting("BROADSHEET_BEHIND_PROXY", bool, False, "Trust X-Forwarded-Proto from the server in front."),
    Setting("BROADSHEET_TIME_ZONE", str, "UTC", "The newsroom's time zone, such as Europe/Kyiv."),
    Setting("BROADSHEET_LANGUAGE", str, "en-gb", "Language of the paper, such as en-gb or uk."),
    Setting("BROADSHEET_WEB_PROCESSES", int, 1, "Processes that answer requests."),
    Setting("BROADSHEET_LOG_LEVEL", str, "INFO", "Least severe log entries to keep."),
    Setting("DATABASE_URL", str, "", "Database; empty means SQLite in BROADSHEET_HOME."),
    Setting("REDIS_URL", str, "", "Redis or Valkey for background tasks; empty means the database."),
    Setting("EMAIL_URL", str, "", "Mail server; empty keeps mail as files in BROADSHEET_HOME/mail."),
    Setting("BROADSHEET_MAIL_FROM", str, "newsroom@localhost", "Sender of mail to staff."),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Environment:
    """Reads settings by name and type.

    Raises `ImproperlyConfigured`, in one line, when a value is not of its type.
    """

    def __init__(self) -> None:
        self._env = environ.Env()
        self.home = Path(self.get("BROADSHEET_HOME")).expanduser().resolve()
        environ.Env.read_env(self.home / "broadsheet.env", overwrite=False)

    def get(self, name: str) -> Any:
        setting = _BY_NAME[name]
        try:
            value = self._env.get_value(name, cast=setting.kind, default=setting.default)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} must be a {setting.kind.__name__}, not “{os.environ[name]}”."
            ) from error
        return [item for item in value if item] if setting.kind is list else value

    def url(self, name: str) -> str:
        """A connection address, with a remedy in the error when it has no scheme."""
        value: str = self.get(name)
        if value and "://" not in value:
            raise ImproperlyConfigured(f"{name} must be an address like scheme://…, not “{value}”.")
        return value
