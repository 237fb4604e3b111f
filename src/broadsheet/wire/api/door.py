"""Who and what comes in: tokens only, JSON only, of a size that an item can have."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from ninja.parser import Parser
from wagtail.api.v3.auth import BearerTokenAuth

from broadsheet.wire.api.answers import nothing_there, problem

LARGEST = 64 * 1024  # bytes; the longest body that the wire takes, four times over
View = Callable[..., HttpResponse]


class Token(BearerTokenAuth):
    """A token made in the desk or by `broadsheet manage api_tokens create`; nobody comes in by a session."""


class StrictParser(Parser):
    """JSON whose text every database can keep."""

    def parse_body(self, request: HttpRequest) -> Any:
        """What the body says; raises `ValueError` in words."""
        try:
            read = json.loads(request.body, parse_constant=_refuse_constant)
        except UnicodeDecodeError:
            raise ValueError("it is not UTF-8") from None
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
        if not isinstance(read, dict):
            raise ValueError("it must be an object, such as {“headline”: “Ferry cancelled”}")
        _refuse_broken_text(read)
        return read


def caller(request: HttpRequest) -> User:
    """Whose token it is; nobody else comes so far."""
    return cast("User", request.user)


def guarded(view: View) -> View:
    """The view, asked only what may be asked, and answering in JSON whatever happens on the way to it."""

    @csrf_exempt
    @wraps(view, updated=())
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = AnonymousUser()  # whoever brings a session; a token says who it is
        response = _refusal(request) or _answer(view, request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return nothing_there(request)
    if response.status_code == 405:
        allowed = response.headers["Allow"]
        return problem(405, f"This address is asked with {allowed}.", Allow=allowed)
    return response


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if request.method not in ("POST", "PATCH", "PUT"):
        return None
    if _size(request) > LARGEST:
        return problem(413, f"A request has at most {LARGEST // 1024} kB: send less.")
    is_json = (request.content_type or "").lower() == "application/json"
    if request.body and not is_json:
        return problem(415, "Send JSON, with “Content-Type: application/json”.")
    return None


def _size(request: HttpRequest) -> int:
    """Bytes of the body, as announced or as they are; no more are read than are needed to know."""
    announced = request.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:12]) > LARGEST:
        return int(announced[:12])
    body = request.read(LARGEST + 1)
    request._body = body
    return len(body)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _refuse_broken_text(read: Any) -> None:
    words = json.dumps(read, ensure_ascii=False)
    try:
        words.encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half a character (a lone surrogate)") from None
    if "\\u0000" in words.replace("\\\\", ""):
        raise ValueError("it holds a NUL character")
