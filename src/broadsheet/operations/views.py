"""What a machine may ask about the newsroom's health."""

from __future__ import annotations

import sys
import tempfile

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.edge.distress import distress


def broken(request: HttpRequest) -> HttpResponse:
    """The page for an error, in words; `Broadsheet-Failing` says what failed. Needs no database."""
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    response = HttpResponse(render_to_string("503.html" if away else "500.html"), status=503 if away else 500)
    response["Broadsheet-Failing"] = "database" if away else "software"
    if away:
        response["Retry-After"] = "10"
    return response


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """`{"status": "ok" | "degraded", "failing": [...]}`; 503 when something that the paper needs fails.

    `database`; `disk` (the home cannot be written to); `pages` (readers get the last good ones).
    """
    checks = {"database": _database_answers, "disk": _disk_takes_words, "pages": _pages_are_made}
    failing = [name for name, is_well in checks.items() if not is_well()]
    status = "degraded" if failing else "ok"
    return JsonResponse({"status": status, "failing": failing}, status=503 if failing else 200)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            # A table of ours, not a bare SELECT 1, which a file that is no database would answer too.
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
    except DatabaseError:
        return False
    return True


def _pages_are_made() -> bool:
    found = distress()
    # That the database was away is another check's business, and nobody may have asked for a page since.
    return found is None or found.failing == "database"


def _disk_takes_words() -> bool:
    try:
        with tempfile.TemporaryFile(dir=settings.HOME) as file:
            file.write(b"\0" * 4096)
            file.flush()
    except OSError:
        return False
    return True
