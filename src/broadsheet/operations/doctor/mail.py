"""Whether mail can leave."""

from __future__ import annotations

import os
import smtplib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection

from broadsheet.operations.doctor.finding import Finding, bad, doubt, good
from broadsheet.operations.doctor.settings import is_local

PATIENCE = 5  # seconds


def mail() -> Iterator[Finding]:
    """The server takes us in, or the folder can be written to."""
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield _server()
    elif settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        yield _folder(Path(str(getattr(settings, "EMAIL_FILE_PATH", settings.HOME))))
    else:
        yield doubt("E-mail", "is printed, not sent", "Set EMAIL_URL.")


def _server() -> Finding:
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        connection = get_connection(timeout=PATIENCE)
        connection.open()
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        words = " ".join(str(error).split())
        return bad("E-mail", f"{where}: {words}", "Check EMAIL_URL: host, port, user, password.")
    return good("E-mail", where)


def _folder(folder: Path) -> Finding:
    standing = next(path for path in (folder, *folder.parents) if path.exists())
    if not os.access(standing, os.W_OK):
        return bad("E-mail", f"{folder} cannot be written to", "Give the folder to the user who runs this.")
    if is_local():
        return good("E-mail", f"is kept in {folder}")
    return doubt("E-mail", f"is kept in {folder}, nobody receives it", "Set EMAIL_URL.")
