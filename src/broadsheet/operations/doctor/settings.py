"""Whether the settings are fit for a public paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

from broadsheet.environment import Environment
from broadsheet.operations.doctor.finding import Finding, bad, doubt, good

LOOPBACK = ("127.0.0.1", "::1", "localhost")
KEY_LENGTH = 50


def is_local() -> bool:
    """Whether the paper is for this machine alone."""
    return urlsplit(settings.PUBLIC_URL).hostname in LOOPBACK


def secret_key() -> Iterator[Finding]:
    """Long and mixed enough not to be guessed."""
    key = settings.SECRET_KEY
    if len(key) < KEY_LENGTH or len(set(key)) < 10:
        remedy = "Put 50 random characters in BROADSHEET_SECRET_KEY; everybody signs in anew after that."
        yield (doubt if is_local() else bad)("Secret key", "is too easily guessed", remedy)
    else:
        yield good("Secret key", f"{len(key)} characters")


def debug() -> Iterator[Finding]:
    """Off, except on a developer's machine."""
    if settings.DEBUG:
        finding = doubt if is_local() else bad
        yield finding("Debug", "is on: errors show the paper's insides", "Remove BROADSHEET_DEBUG.")
    else:
        yield good("Debug", "off")


def address() -> Iterator[Finding]:
    """Readers of a public paper need HTTPS."""
    url = settings.PUBLIC_URL
    behind = getattr(settings, "SECURE_PROXY_SSL_HEADER", None) is not None
    if url.startswith("https:") and not behind:
        remedy = "Set BROADSHEET_BEHIND_PROXY=yes when nginx or Caddy speaks HTTPS for it."
        yield bad("Address", f"{url}, but every request will look like plain HTTP", remedy)
    elif url.startswith("http:") and not is_local():
        remedy = "Put nginx or Caddy in front and set BROADSHEET_URL to https://…"
        yield doubt("Address", f"{url} is not encrypted: passwords can be read on their way", remedy)
    else:
        yield good("Address", url + (" (this machine alone)" if is_local() else ""))


def names() -> Iterator[Finding]:
    """Slips of the pen, and a file that others may read."""
    environment = Environment()
    for name in environment.unknown():
        yield doubt("Settings", f"{name} is no setting", "Look it up in docs/reference/settings.md.")
    if environment.file.exists() and environment.file.stat().st_mode & 0o077:
        yield doubt("Settings", "others may read the secrets", f"chmod 600 {environment.file}")
    elif environment.file.exists():
        yield good("Settings", str(environment.file))
    else:
        yield good("Settings", "from the environment alone")
