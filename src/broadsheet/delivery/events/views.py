"""Where a provider tells of bounces and complaints."""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from broadsheet.delivery.bounces.words import in_one_line
from broadsheet.delivery.events.addresses import provider_in_use
from broadsheet.delivery.transports.provider.account import account_at
from broadsheet.delivery.transports.provider.catalogue import Provider

logger = logging.getLogger(__name__)

MOST = 512 * 1024  # bytes of one report


@csrf_exempt
@never_cache
def events(request: HttpRequest, provider: str) -> HttpResponse:
    """Take a report of the provider that mail leaves through; all others are 404.

    What is not proven by the secret is refused (403). The provider tries again while the database is away (503).
    """
    found = provider_in_use()
    if (
        found is None
        or found[0] != provider
        or not settings.MAIL_EVENTS_SECRET
        or find_spec("anymail") is None
    ):
        raise Http404
    if _size(request) > MOST:
        return HttpResponse("This report is too large.\n", status=413, content_type="text/plain")
    try:
        return _take(request, found[1])
    except SuspiciousOperation:
        return HttpResponse("This report is not proven to be yours.\n", status=403, content_type="text/plain")
    except (OperationalError, InterfaceError):
        return HttpResponse(
            "Try again later.\n", status=503, content_type="text/plain", headers={"Retry-After": "60"}
        )
    except Exception as error:  # whatever is sent here, it is one line in the log
        words = in_one_line(f"{type(error).__name__}: {error}")
        logger.warning(
            "A report of %s was not understood: %s", found[1].title, words, extra={"event": "report_left"}
        )
        return HttpResponse("This report cannot be understood.\n", status=400, content_type="text/plain")


def _take(request: HttpRequest, provider: Provider) -> HttpResponse:
    # Anymail, which hears the report out, is there only where a provider is used.
    from broadsheet.delivery.events import hearing  # noqa: F401 - it listens from now on

    module = import_module(f"anymail.webhooks.{provider.module}")
    options: dict[str, Any] = {provider.secret: settings.MAIL_EVENTS_SECRET}
    if provider.module == "amazon_ses":
        options |= account_at(settings.MAIL_URL).options
    view = getattr(module, provider.view)(**options)
    view.setup(request)
    answer: HttpResponse = view.dispatch(request)
    return answer


def _size(request: HttpRequest) -> int:
    """How long the report is, as it says; without end where it does not say so."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or (0 if request.method == "HEAD" else MOST + 1))
    except ValueError:
        return MOST + 1
