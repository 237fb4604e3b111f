"""The one place that reads the environment: every setting, its kind, its default and what it is for.

It stands apart from Django's settings, so that a command can ask before there is a newsroom.

Values come from the process environment, else from ``$BROADSHEET_HOME/broadsheet.env``, else from the
default here. ``docs/reference/settings.md`` documents each, and a test holds the two against each other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from broadsheet.environment import kinds
from broadsheet.environment.file import FILE_NAME, read_env_file
from broadsheet.environment.kinds import Kind


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that an operator may set; `default` is written as an operator would write it."""

    name: str
    kind: Kind
    default: str
    purpose: str


DATABASES = kinds.address("postgresql", "postgres", "sqlite")
REDIS = kinds.address("redis", "rediss", "unix")
CDN = kinds.addresses("fastly", "cloudflare", "varnish", "http", "https", "wagtail", "memory")
MAIL = kinds.address(
    *("smtp", "smtp+tls", "smtp+ssl", "filemail"),
    *("amazon-ses", "brevo", "mailgun", "postmark", "resend"),
)
MAILBOX = kinds.address("imap", "imaps")

SETTINGS = (
    Setting("BROADSHEET_HOME", kinds.TEXT, "./var", "Folder that holds everything a newsroom owns."),
    Setting(
        "BROADSHEET_SECRET_KEY", kinds.SECRET, "", "Signs sessions and links. Required; 50 random characters."
    ),
    Setting("BROADSHEET_DEBUG", kinds.YES_OR_NO, "no", "Show errors in full. For development only."),
    Setting(
        "BROADSHEET_URL", kinds.SITE, "http://127.0.0.1:8000", "Address at which readers reach the paper."
    ),
    Setting("BROADSHEET_HOSTS", kinds.NAMES, "", "Further host names to answer to, separated by commas."),
    Setting(
        "BROADSHEET_BEHIND_PROXY",
        kinds.YES_OR_NO,
        "no",
        "Trust X-Forwarded-Proto and X-Forwarded-For from the server in front.",
    ),
    Setting("BROADSHEET_TIME_ZONE", kinds.TIME_ZONE, "UTC", "The newsroom's time zone, such as Europe/Kyiv."),
    Setting("BROADSHEET_LANGUAGE", kinds.LANGUAGE, "en-gb", "Language of the paper, such as en-gb or uk."),
    Setting("BROADSHEET_WORDS_PER_MINUTE", kinds.COUNT, "220", "Reading speed behind “4 min read”."),
    Setting("BROADSHEET_WEB_PROCESSES", kinds.COUNT, "1", "Processes that answer requests."),
    Setting(
        "BROADSHEET_STREAMS", kinds.COUNT, "12000", "Open pages that each process tells of news as it comes."
    ),
    Setting(
        "BROADSHEET_PAGE_STORE", kinds.YES_OR_NO, "yes", "Keep pages once made, and answer readers from them."
    ),
    Setting("BROADSHEET_LOG_LEVEL", kinds.LEVEL, "INFO", "Least severe log entries to keep."),
    Setting("DATABASE_URL", DATABASES, "", "Database; empty means SQLite in BROADSHEET_HOME."),
    Setting("REDIS_URL", REDIS, "", "Redis or Valkey for background tasks; empty means the database."),
    Setting("BROADSHEET_CDN", CDN, "", "What keeps pages in front of this machine and is told of changes."),
    Setting("EMAIL_URL", MAIL, "", "Mail server or provider; empty keeps mail in BROADSHEET_HOME/mail."),
    Setting("BROADSHEET_MAIL_FROM", kinds.TEXT, "newsroom@localhost", "Sender of mail that names no other."),
    Setting(
        "BROADSHEET_MAIL_CONNECTIONS", kinds.COUNT, "4", "Connections of each worker to the mail server."
    ),
    Setting(
        "BROADSHEET_MAIL_RATE", kinds.RATE, "", "Most messages a second over all workers; empty is no limit."
    ),
    Setting(
        "BROADSHEET_MAIL_DOMAIN_RATES",
        kinds.RATES,
        "",
        "Most messages a second to a domain, over all workers.",
    ),
    Setting(
        "BROADSHEET_BOUNCE_ADDRESS", kinds.TEXT, "", "Where mail that cannot be delivered comes back to."
    ),
    Setting("BROADSHEET_BOUNCE_MAILBOX", MAILBOX, "", "The mailbox in which it is found."),
    Setting("BROADSHEET_DKIM_KEY", kinds.TEXT, "", "File of the private key that signs mail (DKIM)."),
    Setting(
        "BROADSHEET_DKIM_SELECTOR", kinds.TEXT, "broadsheet", "Under which name its public key is published."
    ),
    Setting(
        "BROADSHEET_MAIL_EVENTS_SECRET",
        kinds.SECRET,
        "",
        "By which a provider's reports are known to be its own.",
    ),
    Setting(
        "BROADSHEET_REFUSE_DISPOSABLE",
        kinds.YES_OR_NO,
        "no",
        "Refuse addresses that are made to be thrown away.",
    ),
    Setting(
        "BROADSHEET_VOICES",
        kinds.VOICES,
        "",
        "Who reads stories aloud; empty means the voices that are installed.",
    ),
    Setting("BROADSHEET_SPEECH_KEY", kinds.SECRET, "", "Key of the speech server, where one reads aloud."),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Environment:
    """Reads settings by name and kind, each with its default.

    Raises `ImproperlyConfigured`, in one line, when a value is not of its kind.
    """

    def __init__(self) -> None:
        self.home = Path(os.environ.get("BROADSHEET_HOME") or "./var").expanduser().resolve()
        self.file = self.home / FILE_NAME
        self._values = read_env_file(self.file) | dict(os.environ)

    def get(self, name: str) -> Any:
        """The setting's value; an empty one counts as not set."""
        setting = _BY_NAME[name]
        text = self._values.get(name) or setting.default
        try:
            return setting.kind.read(text)
        except ValueError as error:
            shown = "" if setting.kind.private else f", not “{text}”"
            raise ImproperlyConfigured(f"{name} must be {setting.kind.words}{shown}.") from error

    def unknown(self) -> list[str]:
        """Names that look like settings and are none: most likely a slip of the pen."""
        names = {name for name in self._values if name.startswith("BROADSHEET_")} | set(
            read_env_file(self.file)
        )
        return sorted(names - set(_BY_NAME))
