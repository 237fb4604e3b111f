"""Who asks: a reader, or somebody who is signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest


def has_session(request: HttpRequest) -> bool:
    """Whether the browser brings a session; readers bring none."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def signed_in(request: HttpRequest) -> User | None:
    """The user who is signed in, or None for a reader.

    A session is not even looked for where there is none: looking makes an answer vary by cookie, and stores
    in front of the paper would keep a copy for each reader.
    """
    user = getattr(request, "user", None) if has_session(request) else None
    return user if user is not None and user.is_authenticated else None
