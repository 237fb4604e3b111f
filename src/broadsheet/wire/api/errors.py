"""Every error as JSON, with the status that tells a machine what to do."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as SchemaError

from broadsheet.wire.api.answers import nothing_there, problem

logger = logging.getLogger(__name__)

RETRY_AFTER = "10"
_WORDS = {
    "missing": "This is needed.",
    "extra_forbidden": "There is no such field.",
    "string_type": "It must be text.",
    "string_too_long": "It is far too long.",
    "bool_type": "It must be true or false.",
    "list_type": "It must be a list of slugs.",
    "int_type": "It must be a number or text.",
}


def speak(api: NinjaAPI) -> None:
    """Give the API its words for everything that may go wrong."""
    for kind, answer in (
        (ValidationError, _refused),
        (SchemaError, _misspelled),
        (AuthenticationError, _unknown),
        (HttpError, _unreadable),
        (PermissionDenied, _forbidden),
        (ObjectDoesNotExist, _gone),
        (Http404, nothing_there),
        (OperationalError, _away),
        (InterfaceError, _away),
        (Exception, _broken),
    ):
        api.add_exception_handler(kind, answer)


def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    if not hasattr(error, "error_dict"):  # no field is at fault: the item is in a state that forbids it
        return problem(409, " ".join(error.messages))
    return _by_field(error.message_dict)


def _misspelled(request: HttpRequest, error: Any) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for one in error.errors:
        # ("body", the parameter, the field, then what is inside), or ("query", the parameter)
        where = one["loc"]
        if where[0] == "body" and len(where) < 3:
            return problem(400, "Send a JSON object, such as {“headline”: “Ferry cancelled”}.")
        name = str(where[2] if where[0] == "body" else where[1])[:60]
        errors.setdefault(name, [_WORDS.get(one["type"], one["msg"])])
    return _by_field(errors)


def _by_field(errors: dict[str, list[str]]) -> HttpResponse:
    detail = " ".join(f"{name}: {' '.join(messages)}" for name, messages in errors.items())
    return problem(422, detail, errors)


def _unknown(request: HttpRequest, error: Any) -> HttpResponse:
    given = "Authorization" in request.headers
    detail = (
        "This token is not known, or was revoked: make a new one."
        if given
        else "Send a token: “Authorization: Bearer wagtail_…”."
    )
    asks = 'Bearer realm="broadsheet"' + (', error="invalid_token"' if given else "")
    return problem(401, detail, WWW_Authenticate=asks)


def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, f"The body is not the JSON that is due: {error.__cause__ or error}.")


def _forbidden(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(403, str(error))


def _gone(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404, "There is no such item.")


def _away(request: HttpRequest, error: Any) -> HttpResponse:
    detail = "The database is away and nothing was filed: try again, with the same Idempotency-Key."
    return problem(503, detail, Retry_After=RETRY_AFTER)


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    logger.error("The API failed", exc_info=error, extra={"event": "api_failed"})
    return problem(500, "Something is broken here, not in your request: the newsroom’s log says what.")
