"""How mail leaves the newsroom: through a server, or into a folder where it can be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ

FOLDER = "django.core.mail.backends.filebased.EmailBackend"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
PATIENCE = 20  # seconds; without it, a server that never answers would hold a worker for ever


def mail(url: str, home: Path) -> dict[str, Any]:
    """Django's EMAIL_* settings for `url`, or for a folder in `home` when it is empty."""
    if not url:
        return {"EMAIL_BACKEND": FOLDER, "EMAIL_FILE_PATH": str(home / "mail")}
    parts = urlsplit(url)
    if parts.scheme == "filemail":
        return {"EMAIL_BACKEND": FOLDER, "EMAIL_FILE_PATH": unquote(parts.path)}
    config: dict[str, Any] = environ.Env.email_url_config(url)
    config["EMAIL_PORT"] = config["EMAIL_PORT"] or PORTS.get(parts.scheme)
    return {"EMAIL_TIMEOUT": PATIENCE} | config
